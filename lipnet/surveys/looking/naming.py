"""What a question, a code, and a filter are called, in words."""

from babel import lists

from lipnet import tally
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, lazy, locale
from lipnet.core.multilingual import plain
from lipnet.questionnaire import Texts
from lipnet.surveys.frozen import questionnaire_of, shape_of
from lipnet.surveys.heads import heads_of
from lipnet.surveys.heads import label_of as words_of
from lipnet.surveys.models import MODES, SurveyVersion
from lipnet.surveys.words import language_name, mode_name
from lipnet.tally import COMPLETION, COMPLETIONS, DAY, LANGUAGE, MODE, Who

ABOUT = {
    LANGUAGE: lazy("Language of answering"),
    MODE: lazy("Way of answering"),
    COMPLETION: lazy("How much was answered"),
    DAY: lazy("Day of answering"),
}
COMPLETED = {
    "all": lazy("All that was asked"),
    "most": lazy("Three quarters or more"),
    "half": lazy("Half or more"),
    "few": lazy("Less than half"),
}


def title_of(version: SurveyVersion, name: str) -> Texts:
    """The words of a question in every language; of what is known of all, in the reader's."""
    if name in ABOUT:
        return {language().tag: str(ABOUT[name])}
    question = questionnaire_of(version).question(name)
    return words_of(question) if question else {}


def codes_of(version: SurveyVersion, name: str) -> tuple[str, ...]:
    """The codes that can be chosen, in their order; none for days."""
    if name == LANGUAGE:
        return questionnaire_of(version).languages
    if name == MODE:
        return MODES
    if name == COMPLETION:
        return COMPLETIONS
    return shape_of(version).question(name).options if name in shape_of(version) else ()


def label_of(version: SurveyVersion, name: str, code: str) -> Texts:
    """The words of a code, like those of title_of()."""
    if name == LANGUAGE:
        return {language().tag: language_name(code)}
    if name == MODE:
        return {language().tag: mode_name(code)}
    if name == COMPLETION:
        return {language().tag: str(COMPLETED[code])}
    heads = heads_of(version, name, {}) if name in shape_of(version) else {}
    found = heads.get(code) or heads.get(f"{code}#1")  # a rank knows its options by their places
    return found.label if found else {}


def told_who(version: SurveyVersion, who: Who) -> str:
    """A filter in words: "Language of answering: Arabic or Persian; and not (…)"."""
    match who:
        case tally.Is(question, values):
            return _told_choice(version, question, values)
        case tally.Not(part):
            return _("not (%(part)s)", part=told_who(version, part))
        case tally.Both(parts):
            return _joined(_("%(one)s, and %(other)s"), [_part(version, each) for each in parts])
        case tally.Either(parts):
            return _joined(_("%(one)s, or %(other)s"), [_part(version, each) for each in parts])


def _told_choice(version: SurveyVersion, question: str, values: frozenset[str]) -> str:
    order = [code for code in codes_of(version, question) if code in values]
    codes = order + sorted(values - set(order))
    labels = [plain(label_of(version, question, code)) or code for code in codes]
    title = plain(title_of(version, question)) or question
    options = lists.format_list(labels, style="or", locale=locale())
    return _("%(question)s: %(options)s", question=title, options=options)


def _part(version: SurveyVersion, who: Who) -> str:
    told = told_who(version, who)
    return f"({told})" if isinstance(who, tally.Both | tally.Either) else told


def _joined(pattern: str, parts: list[str]) -> str:
    if not parts:
        return _("Everybody")
    told = parts[0]
    for part in parts[1:]:
        told = pattern % {"one": told, "other": part}
    return told
