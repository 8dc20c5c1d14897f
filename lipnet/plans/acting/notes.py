"""What a progress note says beside status and words, and what shows it."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.files import StoredFile
from lipnet.people.models import Person
from lipnet.plans.models import PlanAction, ProgressNote


class NoteParticulars(Base):
    """Challenges, the number there is so far, people reached since the note before; and the note
    that this one corrects."""

    note = peewee.ForeignKeyField(ProgressNote, unique=True, backref="+", on_delete="CASCADE")
    challenges = TextsField(default=dict)
    so_far = peewee.IntegerField(null=True)
    people = peewee.IntegerField(null=True)
    corrects = peewee.ForeignKeyField(
        ProgressNote, null=True, unique=True, backref="+", on_delete="CASCADE"
    )
    without_account = peewee.BooleanField(default=False)

    class Meta:
        table_name = "note_particulars"
        constraints = [
            peewee.Check(
                "(so_far IS NULL OR so_far >= 0) AND (people IS NULL OR people >= 0)",
                name="note_particulars_counts",
            ),
            peewee.Check("corrects_id <> note_id", name="note_particulars_corrects_another"),
        ]


class ActionFile(Base):
    """A file that shows what was done, on an action or on one of its notes. A confidential one is
    opened only by who may note the action, and is in no evidence pack."""

    action = peewee.ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
    note = peewee.ForeignKeyField(ProgressNote, null=True, backref="+", on_delete="CASCADE")
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    name = peewee.TextField()
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    confidential_on = peewee.DateField(null=True)

    class Meta:
        table_name = "action_file"
        constraints = [peewee.Check("name <> ''", name="action_file_named")]

    @property
    def is_confidential(self) -> bool:
        return self.confidential_on is not None


class ActionComment(Base):
    """What a member says about an action; who wrote it may take the words back."""

    action = peewee.ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
    text = peewee.TextField()
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    withdrawn_on = peewee.DateField(null=True)

    class Meta:
        table_name = "action_comment"
        constraints = [
            peewee.Check("(withdrawn_on IS NULL) = (text <> '')", name="action_comment_withdrawn")
        ]
