"""What a lead writes of all their actions, on one page without an account."""

from wtforms import FormField, IntegerField, SelectField, ValidationError

from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import gettext, lazy
from lipnet.plans.acting.forms import A_COUNT
from lipnet.plans.models import NEEDS_REASON, PlanAction, ProgressNote

SO_FAR = lazy("The number there is so far")
PEOPLE = lazy("People reached since the last note")
CHALLENGES = lazy("What is hard")
# the same words as the plan's, named here so that every language a page may have holds them
STANDS = {
    "not_started": lazy("Not started"),
    "on_track": lazy("On track"),
    "at_risk": lazy("At risk"),
    "delayed": lazy("Delayed"),
    "done": lazy("Done"),
    "dropped": lazy("Dropped"),
}
TOLD = ("text", "challenges", "so_far", "people")
COLUMN_OF = {"so_far": "target", "people": "people"}


class EntryForm(Form):
    """One action on the lead's page: what is left empty is not noted."""

    class Meta(Form.Meta):
        csrf = False

    status = SelectField(lazy("How it stands"))
    text = TextsInput(lazy("What was done"), [Longest(2000)], multiline=True)
    challenges = TextsInput(CHALLENGES, [Longest(2000)], multiline=True)
    so_far = IntegerField(SO_FAR, A_COUNT)
    people = IntegerField(PEOPLE, A_COUNT)
    reason = TextsInput(lazy("Why it is late, or why it stops"), [Longest(1000)], multiline=True)

    def __init__(self, *args, columns=(), before="", **kwargs):
        super().__init__(*args, **kwargs)
        self.before = before
        self.status.choices = list(STANDS.items())
        leave_out_unused(self, columns)

    @property
    def is_told(self) -> bool:
        written = [self[name].data for name in TOLD if name in self]
        return self.status.data != self.before or any(data not in (None, {}) for data in written)

    def validate_reason(self, field) -> None:
        if self.is_told and self.status.data in NEEDS_REASON and not (field.data or {}):
            raise ValidationError(gettext("Please say why, in at least one language."))

    def said(self) -> dict:
        return said_of(self)


class LeadForm(Form):
    """All actions of one lead, on one page without a cookie, so without a token."""

    class Meta(Form.Meta):
        csrf = False

    @property
    def told(self) -> list[tuple[str, dict]]:
        """(name of the entry, what it says) of those that say something."""
        return [(field.name, field.form.said()) for field in self if field.form.is_told]


def lead_form(
    actions: list[PlanAction], notes: dict[int, ProgressNote], columns: tuple[str, ...]
) -> LeadForm:
    """A form with an entry `a<number>` for each action, as its last note left it."""
    begun = {action.id: _begun(notes.get(action.id)) for action in actions}
    entries = {
        entry_of(action): FormField(_entry(begun[action.id]["status"], columns))
        for action in actions
    }
    form = type("LeadFormOfActions", (LeadForm,), entries)
    return form(data={entry_of(action): begun[action.id] for action in actions})


def entry_of(action: PlanAction) -> str:
    return f"a{action.number}"


def _begun(note: ProgressNote | None) -> dict:
    return {"status": note.status, "reason": note.reason} if note else {"status": "not_started"}


def _entry(before: str, columns: tuple):
    def made(*args, **kwargs):
        return EntryForm(*args, columns=columns, before=before, **kwargs)

    return made


def leave_out_unused(form: Form, columns: tuple) -> None:
    """Numbers are asked for only where the plan uses their column."""
    for name, column in COLUMN_OF.items():
        if column not in columns:
            delattr(form, name)


def said_of(form: Form) -> dict:
    texts = {name: form[name].data or {} for name in ("text", "reason", "challenges")}
    numbers = {name: form[name].data if name in form else None for name in COLUMN_OF}
    return {"status": form.status.data, **texts, **numbers}
