"""What the clock does with orders: it makes one after the other, and erases what is old."""

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.surveys.exporting import claiming, shelf
from lipnet.surveys.exporting.making import make
from lipnet.surveys.exporting.models import RAW, Export
from lipnet.surveys.exporting.operations import (
    REMEMBERED_FOR,
    expire_export,
    forget_order,
    remove_export,
)
from lipnet.surveys.models import Survey, SurveyVersion

SOON = 3  # seconds
AN_HOUR = 3_600


def make_exports(config: Config) -> None:
    """Every order that waits, one at a time; what was begun and abandoned begins anew."""
    shelf.use_folder(config.folder)
    while (export := claiming.claim()) is not None:
        make(export)


def forget_copies(survey: Survey) -> None:
    """Files of single answers hold what is to be erased; also those that are being made."""
    raw = Export.select(Export, SurveyVersion).join(SurveyVersion).where(Export.kind.in_(RAW))
    for export in raw.where(SurveyVersion.survey == survey):
        remove_export(export, by=THE_PROGRAM)


def erase_old_exports(config: Config) -> None:
    """Files whose week is over, orders erased a month ago, and files that belong to no order."""
    shelf.use_folder(config.folder)
    today = clock.today()
    for export in Export.select().where(Export.erased_at.is_null() & (Export.expires_on < today)):
        expire_export(export, by=THE_PROGRAM)
    erased = Export.erased_at.is_null(False)
    for export in Export.select().where(erased & (Export.expires_on < today - REMEMBERED_FOR)):
        forget_order(export, by=THE_PROGRAM)
    _forget_strays()


def _forget_strays() -> None:
    """What lies there is looked up first: what is begun meanwhile is known then."""
    lying = shelf.names()
    known = {each.name for each in Export.select(Export.name)}
    for name in set(lying) - known:
        shelf.forget(name)
