"""Orders for a file of answers; what state one is in follows from its dates."""

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField
from lipnet.people.models import Person
from lipnet.surveys.models import SurveyVersion

RAW = ("csv", "xlsx", "spss", "jsonl")
PACK = "pack"
KINDS = (*RAW, PACK)
WORDINGS = ("codes", "labels")
FAILURES = ("rows_missing", "too_large", "no_room", "interrupted", "broken")


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return "{} IN ({})".format(column, ", ".join(f"'{value}'" for value in values))


class Export(Base):
    """One order: of which answers, how they are written, and how far the file is.

    Files of single answers are the data steward's; the pack is made of what readers may see.
    `name` is that of the file, drawn by chance. `alive_at` is the last sign of whoever is making
    it: where it stopped long ago, the making begins anew.
    """

    version = peewee.ForeignKeyField(SurveyVersion, backref="exports", on_delete="CASCADE")
    kind = peewee.TextField()
    wording = peewee.TextField(default="codes")
    language = peewee.TextField(default="")
    with_identity = peewee.BooleanField(default=False)
    ordered_by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    ordered_at = MomentField()
    name = peewee.TextField(unique=True)
    attempts = peewee.IntegerField(default=0)
    begun_at = MomentField(null=True)
    alive_at = MomentField(null=True)
    rows_done = peewee.IntegerField(default=0)
    rows_total = peewee.IntegerField(null=True)
    done_at = MomentField(null=True)
    size = peewee.BigIntegerField(null=True)
    failed = peewee.TextField(default="")
    expires_on = peewee.DateField(index=True)
    erased_at = MomentField(null=True)

    class Meta:
        table_name = "export"
        constraints = [
            peewee.Check(_one_of("kind", KINDS), name="export_kind"),
            peewee.Check(_one_of("wording", WORDINGS), name="export_wording"),
            peewee.Check(_one_of("failed", ("", *FAILURES)), name="export_failed"),
            peewee.Check("failed = '' OR done_at IS NULL", name="export_failed_is_not_done"),
            peewee.Check("done_at IS NULL OR begun_at IS NOT NULL", name="export_done_was_begun"),
            peewee.Check(
                "done_at IS NULL OR (rows_total IS NOT NULL AND rows_done = rows_total)",
                name="export_done_is_whole",
            ),
            peewee.Check("rows_done >= 0 AND attempts >= 0", name="export_counts_from_zero"),
        ]

    @property
    def state(self) -> str:
        """waiting, making, done, failed or expired."""
        if self.erased_at is not None or clock.today() > self.expires_on:
            return "expired"
        if self.failed:
            return "failed"
        if self.done_at is not None:
            return "done"
        return "making" if self.begun_at is not None else "waiting"

    @property
    def is_raw(self) -> bool:
        """Whether it holds single answers."""
        return self.kind != PACK
