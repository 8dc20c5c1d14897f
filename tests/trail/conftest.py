"""The house with all its rooms: the thread knows its kinds."""

import pytest

from lipnet import create_app
from lipnet.core.db import db


@pytest.fixture
def app(sqlite):
    made = create_app(sqlite)
    db.connect(reuse_if_open=True)
    return made


@pytest.fixture
def house(database):
    create_app(database)
    db.connect(reuse_if_open=True)
    return database
