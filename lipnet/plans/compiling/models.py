"""What was made of sources on the desk, and how actions were put together before adoption."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.groups.models import one_of
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote

VERBS = ("new", "joined", "noted", "set_aside", "carried", "repeated")
WAYS = ("merged", "split", "taken_out")


class PlanChoice(Base):
    """What somebody did with one source or several on the desk of a plan.

    new, joined, noted    they became an action, a reason of `action`, or `note` on it
    set_aside             they are not planned, for a `reason`
    carried, repeated     an action of an earlier plan goes on, or is done again, as `action`

    Taken back, a choice stays with the day on which it was; `number` is that of its action, also
    when that is gone.
    """

    plan = peewee.ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
    verb = peewee.TextField()
    action = peewee.ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
    note = peewee.ForeignKeyField(ProgressNote, null=True, backref="+", on_delete="SET NULL")
    number = peewee.IntegerField(null=True)
    reason = TextsField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    undone_at = MomentField(null=True)
    undone_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "plan_choice"
        constraints = [
            one_of("verb", VERBS, "plan_choice_verb"),
            peewee.Check("(verb = 'set_aside') = (number IS NULL)", name="plan_choice_number"),
            peewee.Check(
                "verb <> 'set_aside' OR CAST(reason AS TEXT) <> '{}'", name="plan_choice_reason"
            ),
            peewee.Check(
                "undone_at IS NOT NULL OR undone_by_id IS NULL", name="plan_choice_undone"
            ),
        ]

    @property
    def stands(self) -> bool:
        return self.undone_at is None

    @classmethod
    def standing(cls) -> peewee.ModelSelect:
        return cls.select().where(cls.undone_at.is_null())


class ChosenSource(Base):
    """One record a choice was about; `tied` if the choice made the link that ties it."""

    choice = peewee.ForeignKeyField(PlanChoice, backref="sources", on_delete="CASCADE")
    kind = peewee.TextField()
    record_id = peewee.TextField()
    tied = peewee.BooleanField()

    class Meta:
        table_name = "chosen_source"
        indexes = ((("choice", "kind", "record_id"), True), (("kind", "record_id"), False))


class PutBack(Base):
    """That a source waits on the desk although minutes name an action for it; taken off the list
    again, this is gone."""

    kind = peewee.TextField()
    record_id = peewee.TextField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "put_back"
        indexes = ((("kind", "record_id"), True),)


class ReshapedAction(Base):
    """That the action with `from_number` was merged into another, split, or taken out of a plan
    not adopted yet; `text` is as it was, and the number is never given again."""

    plan = peewee.ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
    how = peewee.TextField()
    from_number = peewee.IntegerField(index=True)
    text = TextsField()
    into = peewee.ForeignKeyField(PlanAction, null=True, backref="+", on_delete="SET NULL")
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "reshaped_action"
        constraints = [one_of("how", WAYS, "reshaped_action_how")]

    @classmethod
    def standing(cls) -> peewee.ModelSelect:
        """Those that were not taken back."""
        undone = BeforeReshaping.select(BeforeReshaping.reshaped)
        undone = undone.where(BeforeReshaping.undone_at.is_null(False))
        return cls.select().where(cls.id.not_in(undone))


class BeforeReshaping(Base):
    """What is needed to take a merge or a split back, and that it was; `was` is told in
    plans/compiling/unmerging.py."""

    reshaped = peewee.ForeignKeyField(
        ReshapedAction, unique=True, backref="before", on_delete="CASCADE"
    )
    was = peewee.JSONField()
    undone_at = MomentField(null=True)
    undone_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "before_reshaping"
        constraints = [
            peewee.Check(
                "undone_at IS NOT NULL OR undone_by_id IS NULL", name="before_reshaping_undone"
            )
        ]

    @classmethod
    def kept_of(cls, rows: list[ReshapedAction]) -> set[int]:
        """The ids of those that can be taken back, unless something builds on them."""
        known = cls.select(cls.reshaped).where(cls.reshaped.in_(rows), cls.undone_at.is_null())
        return {row.reshaped_id for row in known}
