"""One Chromium, and one filled house, for all browser tests of a process."""

from types import SimpleNamespace

import pytest

for told in ("human", "newcomer", "partnership", "surveying", "deciding", "standing", "planning",
             "telling", "server"):  # fmt: skip
    pytest.register_assert_rewrite(f"tests.browser.{told}")

from lipnet import create_app  # noqa: E402 - asserts are rewritten first
from lipnet.core import config  # noqa: E402
from lipnet.core.db import db  # noqa: E402
from lipnet.demo import directory  # noqa: E402
from tests.browser import filled, human  # noqa: E402
from tests.browser.server import Server  # noqa: E402

FEW = "200"


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The demo and what is half done, served by the real server."""
    server = Server(tmp_path_factory.mktemp("filled"))
    server.command("migrate")
    server.command("demo", "--responses", FEW)
    create_app(config.load(server.config))
    with db.connection_context():
        filled.leave_half_done()
        tokens = filled.tokens()
    server.start()
    yield SimpleNamespace(server=server, tokens=tokens, found={}, shown={})
    server.stop()


@pytest.fixture
def program(house):
    """The program in this process, on the same house."""
    opened = create_app(config.load(house.server.config))
    opened.config["PROPAGATE_EXCEPTIONS"] = True
    db.connect(reuse_if_open=True)
    yield opened
    db.close()


@pytest.fixture(scope="session")
def state(house, chrome):
    """What the coordinator's browser keeps once signed in."""
    noor = human.Human(chrome, house.server.address)
    noor.sign_in(directory.address(directory.COORDINATOR[0]), directory.PASSWORDS["noor"])
    kept = noor.context.storage_state()
    noor.close()
    return kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test tells what was open when it failed."""
    report = yield
    if call.when == "call" and report.failed and human.Human.last is not None:
        report.sections.append(("the page", human.Human.last.what_is_open()))
    return report
