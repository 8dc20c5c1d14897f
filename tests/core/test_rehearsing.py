"""Rows that a page carries from the look to the bringing come back as they were, or not at all."""

import json

import pytest

from lipnet.core.rehearsing import CarriedRows, rehearsed
from lipnet.people import operations as people
from lipnet.people.models import Organisation
from tests import cast

ROW = ({"date": "2026-03-01", "title": "Fair"}, {"date": "A2", "title": "B2"})


def carried(app, sent: str) -> list:
    with app.test_request_context("/", method="POST", data={"rows": sent}):
        return CarriedRows().read({"date", "title"}, 2)


def test_rows_come_back_as_they_were_carried_of_known_columns_and_no_more_than_asked(app):
    with app.test_request_context("/"):
        form = CarriedRows(formdata=None)
        form.carry([ROW, ROW, ROW])
    assert carried(app, form.rows.data) == [ROW, ROW]
    more = [{"texts": {**ROW[0], "secret": "x"}, "at": ROW[1]}]
    assert carried(app, json.dumps(more)) == [ROW]


@pytest.mark.parametrize(
    "sent", ["", "{", "7", '{"a": 1}', '[{"texts": {}}]', '[{"texts": {}, "at": "x"}]', "[" * 9000]
)
def test_of_a_page_that_was_tampered_with_nothing_is_read(app, sent):
    assert carried(app, sent) == []


def test_what_is_rehearsed_is_told_and_does_not_stay(database):
    alice = cast.alice()
    told = rehearsed(lambda: people.add_organisation({"en": "Choir"}, sector="other", by=alice))
    assert told.name == {"en": "Choir"}
    assert not Organisation.select().exists()
