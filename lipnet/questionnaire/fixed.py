"""Which pages look the same for everybody who has not answered them yet.

On such a page no rule decides what is asked, what is offered or what stands there, no answer is put
into a text, and nothing is drawn by lot: it can be made once and kept.
"""

from __future__ import annotations

from lipnet.questionnaire.compiled import Compiled
from lipnet.questionnaire.dependencies import names_shown
from lipnet.questionnaire.model import Group, Placed, Question, Questionnaire
from lipnet.questionnaire.pages import Page
from lipnet.questionnaire.showing import depends


def fixed_pages(compiled: Compiled) -> frozenset[int]:
    """The numbers of these pages, from 0."""
    pages = enumerate(compiled.pages)
    return frozenset(number for number, page in pages if is_fixed(compiled.questionnaire, page))


def is_fixed(questionnaire: Questionnaire, page: Page) -> bool:
    stands_alone = page.repeat is None and not page.takes_files
    return stands_alone and all(is_same_for_all(questionnaire, each) for each in page.items)


def is_same_for_all(questionnaire: Questionnaire, each: Placed) -> bool:
    is_ruled = has_rule(each.question) or any(map(is_conditional, each.groups))
    return not is_ruled and not names_shown(questionnaire, each)


def has_rule(question: Question) -> bool:
    """Whether anything of a question is worked out, but for whether its answer holds."""
    worked_out = (question.relevant, question.choice_filter, question.dynamic_default)
    changes = question.required is not None and depends(question.required.tree)
    is_mixed = question.parameters.get("randomize") == "true"
    return question.is_computed or changes or is_mixed or any(worked_out)


def is_conditional(group: Group) -> bool:
    return group.relevant is not None
