"""The codes of open answers, crossed like any question on the data steward's desk."""

from lipnet.core.i18n import gettext as _
from lipnet.surveys.looking.crossed import Crossed
from lipnet.surveys.looking.naming import labels_of
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.open_answers.counted import coded_crosstab, counted_books, themes_of
from lipnet.surveys.open_answers.telling import MARK
from lipnet.surveys.tables import Head
from lipnet.tally import Who


def coded_names(version: SurveyVersion) -> list[str]:
    """What the codes of each question go by: "wish#codes"."""
    return [book.question + MARK for book in counted_books(version.survey)]


def question_of(name: str) -> str | None:
    """Whose codes these are; None for what is no codes."""
    return name.removesuffix(MARK) if name.endswith(MARK) else None


def title_of_codes(title: str) -> str:
    return _("What they wrote about: %(question)s", question=title)


def codes_crossed(version: SurveyVersion, question: str, across: str, who: Who) -> Crossed:
    found = coded_crosstab(version, question, across, who)
    label = labels_of(version, across)
    return Crossed(
        tuple(Head(code.key, code.name) for code in themes_of(version.survey, question)),
        tuple(Head(code, label(code)) for code in found.across),
        found.cells,
        found.of_columns,
        many=True,
    )
