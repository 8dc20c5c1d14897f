"""The program on the house of the test, whichever engine it is."""

import pytest

from lipnet import create_app


@pytest.fixture
def app_of(database):
    app = create_app(database)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return app
