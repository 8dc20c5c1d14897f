"""Every page of the program with real records in its address."""

from itertools import product

from flask import Flask
from werkzeug.routing import Rule

from lipnet.engagement.models import Engagement
from lipnet.evidence.models import Finding, Theme
from lipnet.groups.agreements.models import Agreement, DueRule, Obligation
from lipnet.groups.agreements.standing import years_of
from lipnet.groups.models import Appointment, Body, Seat, TermsOfReference
from lipnet.home.guide import GUIDES
from lipnet.meetings.agendas.models import StillOpen, UsualItem
from lipnet.meetings.agendas.proposals import ProposedItem
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.evotes.models import EVote
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.minuting.models import MinutesComment, MinutesRevision
from lipnet.meetings.models import AgendaItem, Attendance, Decision, Meeting, Motion
from lipnet.meetings.series.models import MeetingSeries
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.ballots.models import Ballot, RollEntry
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.proposals import Proposal
from lipnet.people.models import ApiToken, Organisation, Person
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.adopting.models import PlanProposal
from lipnet.plans.indicators.models import Indicator, ReportingPeriod
from lipnet.plans.models import ActionPlan, Pillar, PlanAction, Priority, Strategy
from lipnet.plans.strategies.models import Objective, Outcome, Tag
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.dashboard.models import ShownPlan
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.funders.models import FunderQuestion, FunderTemplate
from lipnet.reports.models import ReportLine
from lipnet.surveys.bank.shelf import offered
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.later.phrases import LINK
from lipnet.surveys.looking.models import KeptFilter
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.models import Codebook, Quotation
from lipnet.surveys.open_answers.quotable import quotable_keys
from lipnet.surveys.workshop.models import GlossaryTerm, TranslationDoor

LEADS_ELSEWHERE = {
    "groups.terms_of_council",
    "surveys_public.begin_anew",
    "surveys_public.receipt_anywhere",
    "reports_public.told_anywhere",
}
NO_PAGE = {
    "static",
    "home.health",
    "surveys.results_as_csv",
    "surveys.picture_file",
    "surveys.results_crossed_csv",
    "surveys.exact_crossed_csv",
    "surveys.census_template",
    "surveys.check_rule",
    "workshop.file",
    "workshop_public.file",
    "surveys_public.media",
    "surveys.sent_file",
    "surveys.export_file",
    "surveys.exports_progress",
    "surveys.media_content",
    "evidence.board_as_csv",
    "evidence.source_file",
    "engagement.as_csv",
    "engagement.file",
    "meetings.typed",
    "meetings.paper",
    "evotes.paper",
    "evotes_public.paper",
    "meetings.proposal_paper",
    "meetings.register_as_csv",
    "meetings.note_file",
    "action_talk.file",
    "meetings.original",
    "meetings.minutes_file",
    "plan_papers.plan_file",
    "plan_export.plan_as_sheet",
    "report_papers.report_file",
    "reports_public.report_file",
    "nominations.ballot_file",
    "calls_public.document",
    "nominations.file",
    "nominations_public.recount",
    "nominations_public.published_ballots",
    "groups.roster_as_csv",
    "groups.roster_as_workbook",
    "agreements.proof_file",
    "funders.answers_file",
    "funders.questions_file",
    "evidence_packs.pack_file",
    "agreements.obligations_as_csv",
    "agreements.obligations_as_calendar",
    "calendars_public.own",
    "calendars_public.of_body",
    "trail.voices_as_csv",
} | {
    f"surveys.{name}"
    for name in ("version_as_workbook", "version_as_document", "codebook_as_csv", "remarks")
}
FOR_THE_STEWARD = {
    f"surveys.{name}"
    for name in ("exact_figures", "exact_crossed", "exact_filter", "exact_keep", "exact_rename",
                 "exact_removal", "sent_files")
}  # fmt: skip
ASKED = {  # what must stand behind the address
    "surveys.exact_keep": {"who": "language:en"},
    "plans.join_sources": {"these": "decision:1"},
    "plans.note_sources": {"these": "decision:1"},
    "plans.set_sources_aside": {"these": "decision:1"},
    "plans.revise_plan": {"these": "decision:1"},
}
NUMBERED = {
    "action_id": ActionItem, "agreement_id": Agreement, "appointment_id": Appointment,
    "attendee_id": Attendance, "ballot_id": Ballot,
    "brought_id": BroughtMinutes,
    "call_id": Call, "contest_id": Contest, "comment_id": MinutesComment, "decision_id": Decision,
    "draft_id": NominationDraft,
    "engagement_id": Engagement, "finding_id": Finding, "indicator_id": Indicator,
    "item_id": AgendaItem,
    "meeting_id": Meeting, "motion_id": Motion, "nomination_id": Nomination,
    "organisation_id": Organisation, "outcome_id": Outcome, "period_id": ReportingPeriod,
    "objective_id": Objective, "person_id": Person, "pillar_id": Pillar,
    "priority_id": Priority, "proposal_id": Proposal, "series_id": MeetingSeries,
    "strategy_id": Strategy, "tag_id": Tag, "open_id": StillOpen, "proposed_id": ProposedItem,
    "usual_id": UsualItem, "money_id": ActionMoney, "evote_id": EVote,
    "template_id": FunderTemplate, "question_id": FunderQuestion, "pack_id": EvidencePack,
    "term_id": GlossaryTerm, "terms_id": TermsOfReference, "token_id": ApiToken,
}  # fmt: skip


def pages(app: Flask) -> list[Rule]:
    """Every rule that answers to GET with a page."""
    rules = (rule for rule in app.url_map.iter_rules() if "GET" in rule.methods)
    pages = (r for r in rules if r.endpoint not in NO_PAGE and not r.rule.startswith("/api/"))
    return sorted(pages, key=str)


def candidates(rule: Rule, language: str, tokens: dict[str, str]) -> list[dict]:
    """What could stand in the address of `rule`, the newest records first."""
    names = rule.arguments - {"lang"}
    found = list(_together(rule.endpoint.partition(".")[0], frozenset(names)))
    if not found:
        single = [[{name: value} for value in _values(rule, name, tokens)] for name in names]
        found = [{k: v for one in chosen for k, v in one.items()} for chosen in product(*single)]
    lang = {"lang": language} if "lang" in rule.arguments else {}
    return [{**each, **lang, **ASKED.get(rule.endpoint, {})} for each in found]


def _values(rule: Rule, name: str, tokens: dict[str, str]) -> list:
    blueprint = rule.endpoint.partition(".")[0]
    if name in NUMBERED:
        model = NUMBERED[name]
        return [row.id for row in model.select().order_by(model.id.desc())]
    if name == "slug":
        of_a_body = ("evotes", "groups", "meetings", "minutes_public", "nominations")
        model = Body if blueprint in of_a_body else Survey
        return [row.slug for row in model.select().order_by(model.id.desc())]
    if name == "fiscal_year":
        return [row.fiscal_year for row in ActionPlan.select().order_by(ActionPlan.id.desc())]
    if name == "number":
        model = Finding if blueprint == "evidence" else PlanAction
        model = Theme if rule.endpoint == "evidence.theme" else model
        ids = model.select().order_by(model.id.desc())
        return [row.number if model is PlanAction else row.id for row in ids]
    if name == "bank_id":
        return [entry.bank_id for entry in offered()]
    links = ["b" * LINK]  # any link asks for its phrase
    if name == "kind":
        return ["youth"]
    if name == "whom":
        return ["someone", "myself"]
    if name == "name":
        return list(NAMES)
    return {"key": list(GUIDES), "token": [tokens.get(rule.endpoint)], "link": links}[name]


def _together(blueprint: str, names: frozenset[str]):
    """Arguments that only make sense together."""
    known = {
        ("agreements", frozenset({"agreement_id", "obligation_id"})): _obligations,
        ("agreements", frozenset({"agreement_id", "fiscal_year"})): _budgets,
        ("agreements", frozenset({"agreement_id", "rule_id"})): _rules_of_agreements,
        ("dashboard", frozenset({"fiscal_year"})): _shown_plans,
        ("dashboard_public", frozenset({"fiscal_year"})): _shown_plans,
        ("evidence", frozenset({"slug", "question"})): _questions,
        ("evidence", frozenset({"slug", "number"})): _quotations,
        ("groups", frozenset({"slug", "number"})): _seats,
        ("groups", frozenset({"slug", "appointment_id"})): _appointments,
        ("groups", frozenset({"slug", "version"})): _terms,
        ("meetings", frozenset({"brought_id", "key"})): _proposals,
        ("nominations", frozenset({"ballot_id", "entry_id"})): _rolls,
        ("plans", frozenset({"fiscal_year", "number"})): _cards,
        ("plans", frozenset({"fiscal_year", "slug"})): _parts_of_plans,
        ("meetings", frozenset({"meeting_id", "revision"})): _revisions,
        ("reports", frozenset({"fiscal_year", "number"})): _lines,
        ("trail", frozenset({"kind", "record_id"})): _on_the_thread,
        ("reports", frozenset({"fiscal_year", "tag"})): _years_to_tell,
        ("surveys", frozenset({"slug", "number"})): _versions_and_what_is_numbered,
        ("surveys", frozenset({"slug", "question"})): _codebooks,
        ("surveys", frozenset({"slug", "question", "key"})): _codes,
        ("surveys", frozenset({"slug", "question", "handle"})): _quotable,
        ("surveys", frozenset({"slug", "number", "name"})): _written_questions,
        ("surveys", frozenset({"slug", "number", "name", "field"})): _rules,
        ("workshop", frozenset({"slug", "tag"})): _languages,
    }
    return known.get((blueprint, names), tuple)()


def _shown_plans():
    """Those that everybody may read."""
    for row in ShownPlan.select():
        yield {"fiscal_year": row.plan.fiscal_year}


def _obligations():
    """What is still owed first."""
    for row in sorted(Obligation.select(), key=lambda row: not row.is_open):
        yield {"agreement_id": row.agreement_id, "obligation_id": row.id}


def _rules_of_agreements():
    for rule in DueRule.select():
        yield {"agreement_id": rule.agreement_id, "rule_id": rule.id}


def _revisions():
    for row in MinutesRevision.select():
        yield {"meeting_id": row.minutes.meeting_id, "revision": row.number}


def _budgets():
    for agreement in Agreement.select():
        for year in years_of(agreement):
            yield {"agreement_id": agreement.id, "fiscal_year": year}


def _questions():
    for survey in Survey.select():
        if version := survey.published_version:
            for question in questionnaire_of(version).questions():
                yield {"slug": survey.slug, "question": question.name}


def _quotations():
    for row in Quotation.select().where(Quotation.published_on.is_null(False)):
        yield {"slug": row.survey.slug, "number": row.id}


def _codebooks():
    """The demo's first, which is coded."""
    for book in Codebook.select().order_by(Codebook.id):
        yield {"slug": book.survey.slug, "question": book.question}


def _codes():
    for book in Codebook.select().order_by(Codebook.id):
        for code in book.offered:
            yield {"slug": book.survey.slug, "question": book.question, "key": code.key}


def _quotable():
    for book in Codebook.select():
        agreed = quotable_keys(book.survey)
        for answer in answers_to(book.survey, book.question):
            if answer.key in agreed:
                place = {"slug": book.survey.slug, "question": book.question}
                yield {**place, "handle": answer.handle}


def _seats():
    for seat in Seat.select().order_by(Seat.id.desc()):
        yield {"slug": seat.body.slug, "number": seat.number}


def _appointments():
    for row in Appointment.select().order_by(Appointment.id.desc()):
        yield {"slug": row.seat.body.slug, "appointment_id": row.id}


def _terms():
    for row in TermsOfReference.select().order_by(TermsOfReference.id.desc()):
        yield {"slug": row.body.slug, "version": row.version}


def _proposals():
    for row in BroughtMinutes.select().where(BroughtMinutes.recorded_at.is_null()):
        for each in row.proposals:
            yield {"brought_id": row.id, "key": each["key"]}


def _rolls() -> list[dict]:
    rows = RollEntry.select().order_by(RollEntry.id.desc())
    return [{"ballot_id": row.ballot_id, "entry_id": row.id} for row in rows]


def _cards():
    for action in PlanAction.select().order_by(PlanAction.id.desc()):
        yield {"fiscal_year": action.plan.fiscal_year, "number": action.number}


def _parts_of_plans():
    for row in PlanProposal.select().order_by(PlanProposal.id.desc()):
        led = row.plan.actions.where(PlanAction.lead_body.is_null(False)).first()
        yield {"fiscal_year": row.plan.fiscal_year, "slug": led.lead_body.slug}


def _on_the_thread():
    for action in PlanAction.select().order_by(PlanAction.id.desc()):
        yield {"kind": "plan_action", "record_id": action.id}


def _years_to_tell():
    for plan in ActionPlan.select().order_by(ActionPlan.fiscal_year.desc()):
        yield {"fiscal_year": plan.fiscal_year, "tag": "fr"}


def _lines():
    for line in ReportLine.select().order_by(ReportLine.id.desc()):
        yield {"fiscal_year": line.report.plan.fiscal_year, "number": line.action.number}


def _versions_and_what_is_numbered():
    for row in SurveyVersion.select().order_by(SurveyVersion.id.desc()):
        yield {"slug": row.survey.slug, "number": row.number}
    for model in (Invitee, SurveyMedia, KeptFilter):
        for row in model.select():
            yield {"slug": row.survey.slug, "number": row.id}
    for row in Export.select().order_by(Export.id.desc()):
        yield {"slug": row.version.survey.slug, "number": row.id}


def _written_questions():
    """Those that may still be changed."""
    written = SurveyVersion.select().where(SurveyVersion.published_at.is_null())
    for row in written.order_by(SurveyVersion.id.desc()):
        for question in questionnaire_of(row).questions():
            yield {"slug": row.survey.slug, "number": row.number, "name": question.name}


def _rules():
    for each in _written_questions():
        yield {**each, "field": "relevant"}


def _languages():
    """Those somebody was asked to translate."""
    for door in TranslationDoor.select().order_by(TranslationDoor.id.desc()):
        yield {"slug": door.survey.slug, "tag": door.language}
