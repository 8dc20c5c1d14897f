"""The files of anonymous answers."""

import peewee

from lipnet.surveys.models import SurveyVersion, Unordered


class AnswerFile(Unordered):
    """One file of one answer, which holds its `key`: no name, no time, no order, as of the answer.

    It stands in the database and not among the files of the house: a file on a disk has times that
    nobody can take away. When its answer is settled it gets another key, in the shuffled order.
    """

    key = peewee.TextField(primary_key=True)
    version = peewee.ForeignKeyField(SurveyVersion, backref="files", on_delete="RESTRICT")
    slot = peewee.TextField()
    media_type = peewee.TextField()
    size = peewee.IntegerField()
    settled = peewee.BooleanField(default=False)
    content = peewee.BlobField()

    class Meta:
        table_name = "answer_file"
        constraints = [
            peewee.Check("length(key) = 64", name="answer_file_key_is_a_hash"),
            peewee.Check("size >= 0", name="answer_file_size"),
        ]
