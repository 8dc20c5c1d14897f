"""The house with a folder for files, which is empty after each test."""

import pytest

from lipnet.surveys.exporting import shelf


@pytest.fixture
def shelved(database):
    shelf.use_folder(database.folder)
    yield database
    for name in shelf.names():
        shelf.forget(name)
