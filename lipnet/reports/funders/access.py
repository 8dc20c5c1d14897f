"""Who answers funders: coordinators. The answers are drafts until somebody sends them."""

from lipnet.core.refusals import NotFound
from lipnet.reports.funders.models import FunderQuestion, FunderTemplate


def template_of(template_id: int) -> FunderTemplate:
    return _found(FunderTemplate.get_or_none(FunderTemplate.id == template_id))


def template_for(template_id: int, fiscal_year: int) -> FunderTemplate:
    """A template, for a year it asks about."""
    template = template_of(template_id)
    return _found(template if fiscal_year in template.years else None)


def question_of(template: FunderTemplate, question_id: int) -> FunderQuestion:
    return _found(template.questions.where(FunderQuestion.id == question_id).first())


def _found(record):
    if record is None:
        raise NotFound
    return record
