"""Files are kept once by their content, and go with the last that holds them."""

import pytest

from lipnet import create_app
from lipnet.core import files
from lipnet.core.brought import Brought
from lipnet.core.db import db
from lipnet.core.files import StoredFile
from lipnet.meetings.agendas.operations import papers
from lipnet.meetings.operations import put_on_agenda, remove_item
from lipnet.nominations.operations import enclosing
from tests import cast
from tests.meetings import scene as meetings
from tests.nominations import scene as nominations

PDF = Brought("rules.pdf", "application/pdf", b"%PDF-1.4 the rules of the call")


@pytest.fixture
def alice(database):
    create_app(database)  # the thread knows every kind of record
    db.connect(reuse_if_open=True)
    return cast.alice()


@pytest.fixture
def item(alice):
    meeting = meetings.called(meetings.body(alice), alice)
    return put_on_agenda(meeting, {"en": "The rules"}, by=alice)


def laid(item, alice):
    return papers.lay_paper(item, {"en": "The rules"}, brought=PDF, by=alice)


def test_the_bytes_go_with_the_last_that_holds_them(alice, item):
    paper = laid(item, alice)
    call = nominations.draft(nominations.committee(by=alice), by=alice)
    document = enclosing.add_document(call, {"en": "The rules"}, brought=PDF, by=alice)
    stored, path = paper.file, files.path_of(paper.file.sha256)
    assert document.file == stored
    papers.take_paper(paper, by=alice)
    assert path.exists() and files.read(stored) == PDF.content, "the call still shows it"
    enclosing.take_document(document, by=alice)
    assert not path.exists() and not StoredFile.select().exists()
    assert laid(item, alice).file and path.exists(), "brought again, it is there again"


def test_an_item_taken_off_the_agenda_takes_its_papers_along(alice, item):
    path = files.path_of(laid(item, alice).file.sha256)
    remove_item(item, by=alice)
    assert not path.exists() and not StoredFile.select().exists()


def test_what_is_undone_keeps_its_file(alice, item):
    paper = laid(item, alice)
    path = files.path_of(paper.file.sha256)
    with pytest.raises(RuntimeError, match="undone"), db.atomic():
        papers.take_paper(paper, by=alice)
        raise RuntimeError("undone")
    assert path.exists() and files.missing() == []


def test_what_another_brings_meanwhile_stays(alice, item):
    paper = laid(item, alice)
    with db.atomic():
        papers.take_paper(paper, by=alice)
        again = laid(item, alice)
    assert files.read(again.file) == PDF.content and files.missing() == []
