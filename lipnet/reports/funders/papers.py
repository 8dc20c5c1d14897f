"""The answers of a year on paper: each question with what was answered, in every language."""

from collections.abc import Sequence

from lipnet import languages
from lipnet.core.i18n import gettext, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.papers import ltr, name, said, titled, told
from lipnet.plans.models import years
from lipnet.press import Block, Document, Heading, Paragraph, Run, Table
from lipnet.reports.funders.drawing import Asked
from lipnet.reports.funders.forms import offered
from lipnet.reports.funders.models import STATE_NAMES, FunderTemplate
from lipnet.reports.funders.sources import SOURCES


def answers_paper(template: FunderTemplate, fiscal_year: int, asked: Sequence[Asked]) -> Document:
    """In the language being spoken; answers in their own."""
    title = gettext(
        "Answers for %(years)s: %(name)s", years=years(fiscal_year), name=plain(template.name)
    )
    ready = sum(one.state == "ready" for one in asked)
    far = ngettext(
        "%(ready)s of %(num)s answer is ready.",
        "%(ready)s of %(num)s answers are ready.",
        len(asked),
        ready=ready,
    )
    lede = [
        Paragraph(said(gettext("Our own notes. This is not the funder’s form."))),
        Paragraph(said(far), "quiet"),
    ]
    return titled(title, [block for one in asked for block in _blocks(one)], lede)


def _blocks(asked: Asked) -> list[Block]:
    question = asked.question
    found: list[Block] = [Heading(1, (*ltr(question.code), Run(" "), *told(question.text)))]
    if asked.answer is None:
        return [*found, Paragraph(said(gettext("Not begun")), "quiet")]
    found.append(Paragraph(said(STATE_NAMES[asked.state]), "quiet"))
    if asked.value:
        worded = dict(offered(question)).get(asked.value, asked.value)
        found.append(Paragraph(name(worded, strong=True)))
    if question.kind == "figures":
        found += _tables(asked)
    for tag, text in asked.answer.text.items():
        known = languages.get(tag)
        found += [
            Paragraph((Run(known.endonym, tag, known.direction, strong=True),)),
            *[Paragraph((Run(part, tag, known.direction),)) for part in text.split("\n") if part],
        ]
    return found


def _tables(asked: Asked) -> list[Block]:
    head = [said(gettext("What is counted")), said(gettext("Figure"))]
    return [
        Table(head, [[name(label), ltr(value)] for label, value in rows], said(SOURCES[key].label))
        for key, figures in asked.drawn.items()
        if (rows := SOURCES[key].rows(figures))
    ]
