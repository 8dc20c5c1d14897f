"""The composer: chapters and facts, parts played, what is blank, summaries in plain words."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import missing
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.tongues import called
from lipnet.core.web import me, requires
from lipnet.plans.models import years
from lipnet.reports import access
from lipnet.reports.access import Can
from lipnet.reports.composing import blanks, forms, operations, words
from lipnet.reports.composing.approving import Standing, approved_of, standings_of
from lipnet.reports.composing.chapters import NAMES, NEEDED, texts_of
from lipnet.reports.composing.document import parts_of
from lipnet.reports.composing.models import PlainSummary
from lipnet.reports.composing.parity import parity_of
from lipnet.reports.figures import figures_changed

bp = Blueprint("composing", __name__, url_prefix="/reports")


@bp.context_processor
def _words() -> dict:
    return {
        "years": years,
        "words": words,
        "chapter_names": NAMES,
        "source_url": source_url,
        "day_of": date.fromisoformat,
        "may_manage": may(me(), Can.MANAGE),
    }


@bp.route("/<int:fiscal_year>/composer")
@requires(Can.MANAGE)
def composer(fiscal_year):
    report = _open_report(fiscal_year)
    lines, standings = blanks.lines_of(report), standings_of(report)
    parity = parity_of(report, lines)
    return render_template(
        "reports/composing/composer.html",
        report=report,
        **_chapters_by_state(report),
        standings=standings,
        blanks=blanks.by_kind(blanks.blanks_of(report, lines, standings)),
        kinds_of_blanks=blanks.KINDS,
        parity=parity,
        bars_of=_bars(parity),
    )


@bp.route("/<int:fiscal_year>/composer/<name>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def chapter(fiscal_year, name):
    report = _open_report(fiscal_year)
    _check_chapter(name)
    form = forms.ChapterForm(data={"text": texts_of(report)[name]})
    if form.carry_out(
        lambda: operations.write_chapter(report, name, form.text.data or {}, by=me()),
    ):
        notice(_("The chapter is kept."))
        return redirect(url_for(".composer", fiscal_year=fiscal_year), 303)
    return _chapter_page(report, name, form, forms.FactsForm())


@bp.route("/<int:fiscal_year>/composer/<name>/facts", methods=["POST"])
@requires(Can.MANAGE)
def facts(fiscal_year, name):
    report = _open_report(fiscal_year)
    _check_chapter(name)
    form = forms.FactsForm()
    if form.carry_out(lambda: operations.approve_facts(report, name, _chosen(), by=me())):
        notice(_("It is kept what goes into the report."))
        return redirect(url_for(".composer", fiscal_year=fiscal_year), 303)
    written = forms.ChapterForm(formdata=None, data={"text": texts_of(report)[name]})
    return _chapter_page(report, name, written, form)


@bp.route("/<int:fiscal_year>/parts", methods=["GET", "POST"])
@requires(Can.MANAGE)
def parts(fiscal_year):
    report = _open_report(fiscal_year)
    results = _results(report)
    form = forms.PartsForm()
    chosen = {key: request.form.get(key, "") for key, _said in results if key in request.form}
    if form.carry_out(lambda: operations.say_parts(report, chosen, by=me())):
        notice(_("It is kept which part the partnership had."))
        return redirect(url_for(".composer", fiscal_year=fiscal_year), 303)
    return render_template(
        "reports/composing/parts.html",
        report=report,
        form=form,
        results=results,
        parts=parts_of(report) | chosen,
        choices=forms.PART_CHOICES,
    )


@bp.route("/<int:fiscal_year>/summaries", methods=["GET", "POST"])
@requires(Can.SUMMARISE)
def summaries(fiscal_year):
    report = access.report_of(fiscal_year)
    form = forms.SummaryForm().offer()
    if form.carry_out(lambda: _summarise(report, form)):
        notice(_("The summary is kept. Now somebody else reads it."))
        return redirect(url_for(".summaries", fiscal_year=fiscal_year), 303)
    return render_template(
        "reports/composing/summaries.html",
        report=report,
        form=form,
        written=_by_language(report),
        person=me(),
    )


@bp.route("/<int:fiscal_year>/summaries/<int:summary_id>/signature", methods=["POST"])
@requires(Can.SUMMARISE)
def sign(fiscal_year, summary_id):
    report = access.report_of(fiscal_year)
    summary = PlainSummary.get_or_none(report=report, id=summary_id)
    if summary is None:
        raise NotFound
    operations.sign_summary(summary, by=me())
    notice(_("You have signed it. It is no draft any more."))
    return redirect(url_for(".summaries", fiscal_year=fiscal_year), 303)


def source_url(report, said: dict) -> str:
    """The page of the record a fact comes from."""
    year, about = report.plan.fiscal_year, said.get("about")
    pages = {
        "plan": ("plans.plan", {"fiscal_year": year}),
        "evidence": ("evidence.show", {"number": about}),
        "indicators": ("plans.indicator", {"indicator_id": about}),
        "motions": ("meetings.register", {}),
        "groups": ("groups.index", {}),
        "engagement": ("engagement.index", {}),
        "budget": ("agreements.index", {}),
        "money": ("plan_money.plan_money", {"fiscal_year": year}),
        "surveys": ("surveys.index", {}),
        "quotations": ("surveys.quotations", {"slug": about}),
    }
    endpoint, arguments = pages[said["source"]]
    return url_for(endpoint, **arguments)


def _open_report(fiscal_year: int):
    """A report still being written; a published one is read, not composed."""
    report = access.report_of(fiscal_year)
    if report.is_published:
        raise NotFound
    return report


def _check_chapter(name: str) -> None:
    if name not in NAMES:
        raise NotFound


def _chosen() -> dict[str, set[str]]:
    """Each box holds "key digest"."""
    chosen: dict[str, set[str]] = {}
    for value in request.form.getlist("fact"):
        key, _space, digest = value.partition(" ")
        chosen.setdefault(key, set()).add(digest)
    return chosen


def _chapter_page(report, name: str, form, facts_form):
    standings: list[Standing] = [one for one in standings_of(report) if one.chapter == name]
    changed = figures_changed(report) if name == "figures" else []
    return render_template(
        "reports/composing/chapter.html",
        report=report,
        name=name,
        hint=forms.HINTS[name],
        form=form,
        facts_form=facts_form,
        standings=standings,
        figures_changed=changed,
    )


def _chapters_by_state(report) -> dict[str, set[str]]:
    """Those written in every language, and those that are not complete: begun, or needed."""
    tags = content_languages()
    texts = texts_of(report)
    begun = {name for name, text in texts.items() if name in NEEDED or any(text.values())}
    return {"begun": begun, "whole": {name for name in begun if not missing(texts[name], tags)}}


def _results(report) -> list[tuple[str, dict]]:
    """What the report calls a result: its lines, and the indicators that were approved."""
    lines = [(f"line-{line.id}", line.planned) for line in blanks.lines_of(report)]
    approved = approved_of(report).items()
    indicators = [(key, row) for key, row in approved if row.said["unit"] == "indicator"]
    return lines + [(key, row.said["texts"]) for key, row in indicators]


def _summarise(report, form) -> PlainSummary:
    return operations.write_summary(
        report, form.language.data, form.text.data, origin=form.origin.data, by=me()
    )


def _by_language(report) -> list[tuple[languages.Language, PlainSummary]]:
    written = PlainSummary.latest_of(report)
    return [(languages.get(tag), written[tag]) for tag in i18n.catalogues() if tag in written]


def _bars(parity) -> list[dict]:
    return [
        {"label": called(tag), "count": count, "share": parity.share(tag)}
        for tag, count in parity.written.items()
    ]
