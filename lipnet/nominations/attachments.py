"""Files beside a nomination, a CV for example: which are taken, and how they are kept."""

from pathlib import PurePath

import peewee

from lipnet.core.brought import Brought
from lipnet.core.db import Base, MomentField
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.told_by_content import DOCX, PDF, TEXT, Damaged, kind_of_document
from lipnet.nominations.models import Nomination

MOST_BYTES = 5_000_000
MOST_FILES = 3
LONGEST_NAME = 100
EXTENSIONS = {PDF: "pdf", DOCX: "docx", TEXT: "txt", "image/png": "png", "image/jpeg": "jpg"}
PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ACCEPTED = ".pdf,.docx,.txt,.png,.jpg,.jpeg"


class NominationFile(Base):
    """One file. It stands in the database, so that it is gone with the words of the nomination, in
    the same transaction."""

    nomination = peewee.ForeignKeyField(Nomination, backref="files")
    name = peewee.TextField()
    media_type = peewee.TextField()
    size = peewee.IntegerField()
    content = peewee.BlobField()
    added_at = MomentField()

    class Meta:
        table_name = "nomination_file"
        constraints = [
            peewee.Check("size > 0 AND size <= 5000000", name="nomination_file_size"),
            peewee.Check("name <> ''", name="nomination_file_has_a_name"),
        ]

    @property
    def kind(self) -> str:
        return EXTENSIONS[self.media_type].upper()

    @classmethod
    def listed(cls, nomination: Nomination) -> "list[NominationFile]":
        """The files of a nomination without what is in them, the oldest first."""
        columns = [field for field in cls._meta.sorted_fields if field is not cls.content]
        return list(cls.select(*columns).where(cls.nomination == nomination).order_by(cls.id))


def attached(name: str, content: bytes) -> Brought:
    """The file as it is kept, under its name and the ending of what it is; raises Refusal."""
    if len(content) > MOST_BYTES:
        raise Refusal(lazy("The file may have at most 5 MB."), field="file")
    if not content.strip():
        raise Refusal(lazy("This file is empty."), field="file")
    media_type = _media_type(content)
    stem = PurePath(name.replace("\\", "/")).stem.strip(" .")[:LONGEST_NAME]
    return Brought(f"{stem or 'file'}.{EXTENSIONS[media_type]}", media_type, content)


def _media_type(content: bytes) -> str:
    for beginning, media_type in PICTURES.items():
        if content.startswith(beginning):
            return media_type
    try:
        kind = kind_of_document(content)
    except Damaged:
        raise Refusal(
            lazy("This file is damaged: save it anew and try again."), field="file"
        ) from None
    if kind not in EXTENSIONS:
        raise Refusal(
            lazy("The file may be a PDF, a Word document, a plain text or a picture (PNG, JPEG)."),
            field="file",
        )
    return kind
