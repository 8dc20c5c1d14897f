"""Whether people may be asked for files at all ([surveys] file_questions)."""

from lipnet.core.i18n import lazy
from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.model import FILES

SWITCHED_OFF = lazy(
    "Some questions ask people for a file, which is switched off on this installation: ask your "
    "operator, or take those questions out."
)

_asked = {"allowed": False}


def allow(allowed: bool) -> None:
    _asked["allowed"] = allowed


def allowed() -> bool:
    return _asked["allowed"]


def asks_for_files(questionnaire: Questionnaire) -> bool:
    return any(question.type in FILES for question in questionnaire.questions())
