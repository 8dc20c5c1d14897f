"""What was backed up comes back whole, on either engine, even if people were writing meanwhile."""

import threading
import zipfile

import pytest

from lipnet import keeping
from lipnet.core import files
from lipnet.core.db import connect, db
from lipnet.core.partnership import introduce
from tests import cast
from tests.conftest import settings_for


def exported(folder) -> dict[str, bytes]:
    keeping.export(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.jsonl"))}


def furnish() -> None:
    alice = cast.alice()
    introduce(name={"en": "Riverbend", "fr": "Rive-Courbe"}, place={"ar": "هنا"}, by=alice)
    cast.person("Zoé Ångström", "member", organisation=cast.organisation())
    files.keep(b"a paper", "paper.txt", "text/plain")


def test_a_backup_comes_back_into_an_empty_folder(database, tmp_path):
    furnish()
    before = exported(tmp_path / "before")
    keeping.back_up(database, tmp_path / "kept.zip")
    elsewhere = settings_for(tmp_path / "elsewhere")
    db.close()
    keeping.restore(elsewhere, tmp_path / "kept.zip")
    with db.connection_context():
        assert exported(tmp_path / "after") == before
        assert files.read(files.StoredFile.get()) == b"a paper"
    connect(database.database_url)


def test_a_backup_taken_while_people_write_is_as_of_one_moment(database, tmp_path):
    furnish()
    stop, written = threading.Event(), []

    def write() -> None:
        with db.connection_context():
            while not stop.is_set():
                written.append(cast.person(f"Writer {len(written)}", "member"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(written) < 5:
            stop.wait(0.01)
        keeping.back_up(database, tmp_path / "kept.zip")
    finally:
        stop.set()
        writer.join()
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        persons = archive.read("tables/person.jsonl").count(b"\n")
        grants = archive.read("tables/role_grant.jsonl").count(b"\n")
    assert persons - grants in (0, 1)
    db.close()
    keeping.restore(settings_for(tmp_path / "elsewhere"), tmp_path / "kept.zip")
    connect(database.database_url)


def test_what_goes_on_after_a_restore_gets_new_numbers(database, tmp_path):
    furnish()
    keeping.export(tmp_path / "export")
    for table in reversed(keeping.KEPT):
        table.delete().execute()
    keeping.import_(tmp_path / "export")
    known = {p.id for p in cast.Person.select()}
    assert cast.charlie().id not in known


def test_a_restore_into_a_house_with_people_in_it_is_refused(database, tmp_path):
    furnish()
    keeping.back_up(database, tmp_path / "kept.zip")
    with pytest.raises(keeping.CannotRestore, match="not empty"):
        keeping.restore(database, tmp_path / "kept.zip")


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_not_our_archive_is_refused(database, tmp_path, content):
    (tmp_path / "odd.zip").write_bytes(content)
    with pytest.raises(keeping.CannotRestore):
        keeping.restore(settings_for(tmp_path / "elsewhere"), tmp_path / "odd.zip")


def test_the_keys_are_not_in_the_archive(database, tmp_path):
    furnish()
    keeping.back_up(database, tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        kept = b"".join(archive.read(name) for name in archive.namelist())
    for key in (database.folder / "secrets").iterdir():
        assert key.read_bytes() not in kept
