"""What a question, a code, and a filter are called, in words."""

from babel import lists

from lipnet import tally
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, lazy, locale
from lipnet.core.multilingual import plain
from lipnet.questionnaire import Texts, pieces
from lipnet.questionnaire import plain as without_markup
from lipnet.surveys.frozen import questionnaire_of, shape_of
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
    return _bare(question.label) if question else {}


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
    questionnaire = questionnaire_of(version)
    question = questionnaire.question(name)
    choices = questionnaire.choices_of(question) if question else ()
    return next((_bare(each.label) for each in choices if each.code == code), {})


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


def _bare(texts: Texts) -> dict[str, str]:
    """Each text without markup, on one line; "…" where an answer would have stood."""
    return {tag: " ".join(without_markup(_unpiped(text)).split()) for tag, text in texts.items()}


def _unpiped(text: str) -> str:
    return "".join("…" if piece.is_answer else piece.text for piece in pieces(text))
