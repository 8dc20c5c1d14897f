"""The house with every kind of record registered, on each engine."""

import pytest

from lipnet import create_app
from lipnet.core.db import db


@pytest.fixture
def house(database):
    """The empty house of the `database` fixture, its thread knowing every kind and address."""
    app = create_app(database)
    db.connect(reuse_if_open=True)
    with app.test_request_context():
        yield database
