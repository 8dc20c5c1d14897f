"""The words XLSForm adds by itself for or_other, in the languages lipnet speaks to respondents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

OTHER = {
    "en": "Other",
    "fr": "Autre",
    "ar": "غير ذلك",
    "es": "Otro",
    "fa": "سایر",
    "uk": "Інше",
    "zh-Hans": "其他",
    "so": "Wax kale",
    "ti": "ካልእ",
    "pa": "ਹੋਰ",
    "tl": "Iba pa",
    "pt": "Outro",
}
PLEASE_SAY = {
    "en": "Other: please say what",
    "fr": "Autre : veuillez préciser",
    "ar": "غير ذلك: يرجى التوضيح",
    "es": "Otro: especifique",
    "fa": "سایر: لطفاً توضیح دهید",
    "uk": "Інше: будь ласка, уточніть",
    "zh-Hans": "其他：请说明",
    "so": "Wax kale: fadlan sheeg",
    "ti": "ካልእ፦ በጃኹም ግለጹ",
    "pa": "ਹੋਰ: ਕਿਰਪਾ ਕਰਕੇ ਦੱਸੋ",
    "tl": "Iba pa: pakisabi kung ano",
    "pt": "Outro: especifique",
}


def in_languages(words: Mapping[str, str], tags: Iterable[str]) -> dict[str, str]:
    """These words in the languages of a questionnaire; English where it has none of ours."""
    found = {tag: words[tag] for tag in tags if tag in words}
    return found or {"en": words["en"]}
