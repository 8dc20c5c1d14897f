"""Forms of the desk, of a plan's opening, of merging and splitting."""

from wtforms import BooleanField, SelectField, SelectMultipleField

from lipnet.core import clock, i18n
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput, content_languages
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.meetings.access import may_run
from lipnet.meetings.models import Meeting
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.forms import ProgressForm, priorities
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote
from lipnet.plans.sources import Source
from lipnet.plans.strategies.naming import levels_called

LONGEST = 110


class SourcesForm(Form):
    because = SelectMultipleField(lazy("It rests on"), choices=[], validate_choice=False)


class JoinForm(SourcesForm):
    action = SelectField(lazy("The action they belong to"), coerce=int)
    sentence = TextsInput(lazy("Why, in one sentence"), [Longest(500)])

    def offer(self, plan: ActionPlan) -> "JoinForm":
        self.action.choices = actions_of([plan], ("carried_over", "dropped"))
        return self


class NoteForm(ProgressForm):
    because = SelectMultipleField(lazy("It rests on"), choices=[], validate_choice=False)
    action = SelectField(lazy("The action whose progress it shows"), coerce=int)

    def offer(self, plans: list[ActionPlan]) -> "NoteForm":
        super().offer()
        self.action.choices = actions_of(plans, ("carried_over", "dropped"))
        return self


class AsideForm(SourcesForm):
    reason = TextsInput(
        lazy("Why it is not planned"), [InOneLanguage(), Longest(1000)], multiline=True
    )


class AgendaForm(SourcesForm):
    meeting = SelectField(lazy("The meeting that talks about it"), coerce=int)
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(300)])

    def offer(self, person) -> "AgendaForm":
        upcoming = Meeting.select().where(
            Meeting.on >= clock.today(), Meeting.called_off_at.is_null()
        )
        self.meeting.choices = [
            (meeting.id, f"{plain(meeting.body.name)}, {i18n.format_day(meeting.on)}")
            for meeting in upcoming.order_by(Meeting.on).limit(50)
            if may_run(person, meeting.body)
        ]
        return self


class MergeForm(Form):
    gone = SelectField(lazy("The action that becomes part of this one"), coerce=int)
    text = TextsInput(lazy("What will be done"), [InOneLanguage(), Longest(1000)], multiline=True)

    def offer(self, action: PlanAction) -> "MergeForm":
        self.gone.choices = [
            choice for choice in actions_of([action.plan]) if choice[0] != action.id
        ]
        return self


class SplitForm(Form):
    first = TextsInput(
        lazy("What this action says from now on"), [InOneLanguage(), Longest(1000)], multiline=True
    )
    second = TextsInput(
        lazy("What the new action says"), [InOneLanguage(), Longest(1000)], multiline=True
    )


def title_for_revising() -> dict[str, str]:
    """What the agenda item is called, in every language of the partnership's content."""
    titles = {}
    for tag in content_languages():
        with i18n.speaking(tag):
            titles[tag] = gettext("Revise the plan: what stands under no priority")
    return titles


def opening_form(
    unfinished: list[PlanAction],
    done: list[PlanAction],
    items: list[Source],
    aside: list[PlanChoice],
) -> type[Form]:
    """A form with a box for each thing that may go on, and what it needs if it does."""
    fields: dict[str, object] = {}
    for action in unfinished:
        fields[f"carry_{action.number}"] = BooleanField(lazy("Carry it over"))
        fields[f"reason_{action.number}"] = TextsInput(
            lazy("Why it was not finished"), [Longest(1000)]
        )
    for action in done:
        fields[f"repeat_{action.number}"] = BooleanField(lazy("Do it again"))
    for source in items:
        fields[f"take_{source.record.id}"] = BooleanField(lazy("Make an action of it"))
    for choice in aside:
        fields[f"again_{choice.id}"] = BooleanField(lazy("Put it on the desk again"))
    keys = [*(str(a.number) for a in (*unfinished, *done)), *(f"i{s.record.id}" for s in items)]
    own = levels_called()["priority"]
    label = own.word if own.is_own else lazy("Priority of the strategy")
    for key in keys:
        fields[f"priority_{key}"] = SelectField(label, coerce=int)
    return type("OpeningForm", (Form,), fields)


def offer_priorities(form: Form, plan: ActionPlan) -> Form:
    offered = priorities(plan.strategy)
    for field in form:
        if field.name.startswith("priority_"):
            field.choices = offered
    return form


def actions_of(plans: list[ActionPlan], without: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    """The actions of these plans as choices, by number; those that ended so are left out."""
    rows = PlanAction.select().where(PlanAction.plan.in_([plan.id for plan in plans]))
    ended = _stopped(without)
    return [
        (row.id, f"{row.number}. {_shortened(plain(row.text))}")
        for row in rows.order_by(PlanAction.number)
        if row.id not in ended
    ]


def _stopped(statuses: tuple[str, ...]) -> set[int]:
    """Nothing follows on a note by which an action was carried over or dropped."""
    rows = ProgressNote.select(ProgressNote.action).where(ProgressNote.status.in_(statuses or [""]))
    return {row.action_id for row in rows}


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
