"""Documents of a call, for everybody to read: terms of reference, a form, a page elsewhere."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.files import StoredFile
from lipnet.nominations.models import Call


class CallDocument(Base):
    """A file that was brought, or the address of a page."""

    call = peewee.ForeignKeyField(Call, backref="documents")
    title = TextsField()
    link = peewee.TextField(default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    name = peewee.TextField(default="")
    added_at = MomentField()

    class Meta:
        table_name = "call_document"
        constraints = [
            peewee.Check("(link <> '') = (file_id IS NULL)", name="call_document_link_or_file"),
            peewee.Check("(file_id IS NULL) = (name = '')", name="call_document_file_has_a_name"),
        ]

    @classmethod
    def of(cls, call: Call) -> "list[CallDocument]":
        """In the order in which they were added."""
        return list(call.documents.order_by(cls.id))
