"""The annual report as a document to take away: the words of its page, in the same order."""

from collections.abc import Iterable, Iterator
from datetime import date

from lipnet import languages
from lipnet.core.i18n import format_day, format_number, gettext, join_list, lazy, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.papers import ltr, name, said, titled, told
from lipnet.plans.models import STATUS_NAMES, years
from lipnet.press import (
    Block,
    Bullets,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.composing.words import (
    FACT_NAMES,
    PART_NAMES,
    SOURCE_NAMES,
    amount,
    reading,
)
from lipnet.reports.models import Erratum

Pair = tuple[Runs, list[Paragraph]]


def report_paper(document: dict, state: str, errata: Iterable[Erratum] = ()) -> Document:
    """`document` as brought_up has it, in the language being spoken; `state` says how it stands."""
    blocks = [*_corrections(errata)]
    for chapter, what in document["chapters"].items():
        if chapter in NAMES:
            blocks += list(_chapter(chapter, what, document))
    lede = [Paragraph(told(document["strategy"])), Paragraph(said(state), "quiet")]
    return titled(title_of(document), blocks, lede)


def title_of(document: dict) -> str:
    named = plain(document["title"])
    return named or gettext("Annual report %(years)s", years=years(document["fiscal_year"]))


def _corrections(errata: Iterable[Erratum]) -> list[Block]:
    found: list[Block] = []
    for erratum in errata:
        day = (Run(format_day(erratum.on)), Run(" · "))
        found.append(Paragraph((*day, *told(erratum.text))))
    return [Heading(1, said(gettext("Corrections"))), *found] if found else []


def _chapter(chapter: str, what: dict, document: dict) -> Iterator[Block]:
    inside = [*_words(what["text"]), *_own(chapter, document), *_facts(chapter, what["facts"])]
    if inside:
        yield Heading(1, said(NAMES[chapter]))
    yield from inside


def _words(texts: dict) -> list[Block]:
    return [Paragraph(told(texts))] if any(texts.values()) else []


def _own(chapter: str, document: dict) -> list[Block]:
    """What a chapter holds besides its words and facts."""
    if chapter == "figures":
        return _figures(document)
    return list(_priorities(document)) if chapter == "priorities" else []


def _figures(document: dict) -> list[Block]:
    figures, totals = document["figures"], document["totals"]
    pairs = [
        _pair(gettext("meetings held"), format_number(figures["meetings"])),
        _pair(gettext("members"), format_number(figures["members"])),
        _pair(gettext("organisations"), format_number(figures["organisations"])),
    ]
    blocks: list[Block] = [Labelled(pairs)]
    if figures["surveys"]:
        blocks.append(Bullets([[Paragraph(_survey(one))] for one in figures["surveys"]]))
    if totals["actions"]:
        blocks.append(_by_status(totals))
    return blocks


def _survey(survey: dict) -> Runs:
    count = survey["responses"]
    if count is None:
        answers = gettext("too few answers to say a number")
    else:
        answers = ngettext("%(count)s answer", "%(count)s answers", count,
                           count=format_number(count))  # fmt: skip
    return (*told(survey["title"]), Run(" · "), *said(answers))


def _by_status(totals: dict) -> Table:
    rows = [
        [said(STATUS_NAMES[status]), ltr(format_number(count))]
        for status, count in totals["by_status"].items()
    ]
    caption = ngettext("%(num)s action", "%(num)s actions", totals["actions"])
    return Table([said(gettext("State")), said(gettext("Number"))], rows, said(caption), (70, 30))


def _priorities(document: dict) -> Iterator[Block]:
    for pillar in document["pillars"]:
        yield Heading(2, told(pillar["title"]))
        for priority in pillar["priorities"]:
            yield Heading(3, told(priority["title"]))
            for line in priority["lines"]:
                yield from _line(line)


def _line(line: dict) -> Iterator[Block]:
    yield Heading(4, (*ltr(line["number"]), Run(". "), *told(line["planned"])))
    state = (Run(str(STATUS_NAMES[line["status"]]), strong=True),)
    if line.get("part"):
        state += (Run(" · "), *said(PART_NAMES[line["part"]]))
    yield Paragraph(state)
    if line.get("objective"):
        yield Paragraph(told(line["objective"]), "quiet")
    if line["leads"]:
        leads = name(join_list(plain(lead) for lead in line["leads"]))
        yield Paragraph(said(lazy("Lead: %(names)s"), names=leads), "quiet")
    pairs = [
        (said(label), [Paragraph(told(line[field]))])
        for field, label in (
            ("output", gettext("Planned")),
            ("done", gettext("Done")),
            ("changed", gettext("Changed")),
            ("reason", gettext("Not yet, because")),
        )
        if line[field]
    ]
    if pairs:
        yield Labelled(pairs)


def _facts(chapter: str, facts: list[dict]) -> list[Block]:
    if not facts:
        return []
    if chapter == "indicators":
        blocks: list[Block] = [_indicators(facts)]
    elif chapter == "quotation":
        blocks = [_quotation(fact) for fact in facts]
    elif chapter == "highlights":
        blocks = [Bullets([[Paragraph(told(fact["texts"]))] for fact in facts])]
    else:
        pairs = [_pair(FACT_NAMES[fact["name"]], amount(fact)) for fact in facts]
        blocks = [Labelled(pairs)]
    return [*blocks, *_sources(facts)]


def _indicators(facts: list[dict]) -> Table:
    head = [gettext("Indicator"), gettext("Before"), gettext("After"), gettext("Our part")]
    rows = [
        [
            _called(fact),
            told(reading(fact, "before")),
            told(reading(fact, "after")),
            said(PART_NAMES[fact["part"]]) if fact["part"] else (),
        ]
        for fact in facts
    ]
    return Table([said(label) for label in head], rows, widths=(40, 18, 18, 24))


def _called(fact: dict) -> Runs:
    measured = fact["measured"]
    return (*told(fact["texts"]), *((Run(" ("), *told(measured), Run(")")) if measured else ()))


def _quotation(fact: dict) -> Quotation:
    tag = fact["language"]
    direction = languages.get(tag).direction if tag else "auto"
    return Quotation([Paragraph((Run(fact["written"], tag, direction),))], told(fact["texts"]))


def _sources(facts: list[dict]) -> list[Paragraph]:
    found = dict.fromkeys((fact["source"], fact["on"]) for fact in facts)
    told_once = dict.fromkeys(_source(source, on) for source, on in found)
    return [Paragraph(said(sentence), "quiet") for sentence in told_once]


def _source(source: str, on: str) -> str:
    day = format_day(date.fromisoformat(on))
    return gettext("From: %(source)s. True on %(day)s.", source=SOURCE_NAMES[source], day=day)


def _pair(label: object, value: str) -> Pair:
    return said(label), [Paragraph(ltr(value))]
