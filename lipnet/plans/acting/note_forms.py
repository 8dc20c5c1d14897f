"""What is noted of one action, with an account; asking the leads."""

from flask_wtf.file import FileField
from wtforms import BooleanField, DateField, IntegerField
from wtforms.validators import InputRequired

from lipnet.core.brought import file_brought
from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.plans.acting.forms import A_COUNT
from lipnet.plans.acting.lead_forms import (
    CHALLENGES,
    PEOPLE,
    SO_FAR,
    leave_out_unused,
    said_of,
)
from lipnet.plans.acting.models import columns_of
from lipnet.plans.forms import ProgressForm
from lipnet.plans.models import ActionPlan

CONFIDENTIAL = lazy("This file is confidential")


class NoteForm(ProgressForm):
    """Progress of one action, with challenges, numbers and a file that shows it."""

    challenges = TextsInput(CHALLENGES, [Longest(2000)], multiline=True)
    so_far = IntegerField(SO_FAR, A_COUNT)
    people = IntegerField(PEOPLE, A_COUNT)
    file = FileField(lazy("A file that shows it"))
    confidential = BooleanField(CONFIDENTIAL)

    def offer_of(self, plan: ActionPlan) -> "NoteForm":
        self.offer()
        leave_out_unused(self, columns_of(plan))
        return self

    def said(self) -> dict:
        """As note_further takes it."""
        brought = self.file.data
        file = file_brought(brought.filename, brought.read()) if brought else None
        return {**said_of(self), "file": file, "confidential": self.confidential.data}


class AskForm(Form):
    closes_on = DateField(lazy("Answers are taken until"), [InputRequired()])
