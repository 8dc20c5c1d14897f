"""Every page of the url map, by everybody who may see it, in English, French and Arabic."""

from types import SimpleNamespace

import pytest
from flask import url_for

from lipnet import create_app
from lipnet.core import config
from lipnet.core.db import db
from lipnet.core.permissions import may
from lipnet.core.web import Public, access_of
from lipnet.demo import directory
from tests.browser import addresses, filled
from tests.browser.human import Human
from tests.browser.seeing import DEVICES, Eye
from tests.browser.server import Server
from tests.browsing import Browser, Page, inspect

LANGUAGES = tuple(DEVICES)
SECTIONS = (
    "evidence", "groups", "home", "meetings", "nominations", "people", "plans", "reports",
    "surveys", "nominations_public", "reports_public", "surveys_public",
)  # fmt: skip
FEW = "60"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The demo and what is half done, served by the real server; once per test process."""
    server = Server(tmp_path_factory.mktemp("filled"))
    server.command("migrate")
    server.command("demo", "--responses", FEW)
    open_house(server)
    with db.connection_context():
        filled.leave_half_done()
        tokens = filled.tokens()
    server.start()
    yield SimpleNamespace(server=server, tokens=tokens, eyes={}, found={})
    server.stop()


@pytest.fixture
def app(house):
    """The program in this process, on the same house."""
    opened = open_house(house.server)
    db.connect(reuse_if_open=True)
    yield opened
    db.close()


def open_house(server: Server):
    app = create_app(config.load(server.config))
    app.config["PROPAGATE_EXCEPTIONS"] = True
    return app


@pytest.fixture(scope="module")
def state(house, chrome):
    """What the coordinator's browser keeps once signed in."""
    noor = Human(chrome, house.server.address)
    noor.sign_in(directory.address(directory.COORDINATOR[0]), directory.PASSWORDS["noor"])
    kept = noor.context.storage_state()
    noor.close()
    return kept


def addresses_of(house, app, language: str) -> dict[str, str]:
    """endpoint -> an address that shows a page to the coordinator, or to nobody at the doors."""
    if language not in house.found:
        noor, nobody = Browser(app, filled.somebody("coordinator")).client, app.test_client()
        house.found[language] = {
            rule.endpoint: found
            for rule in addresses.pages(app)
            if (found := first_shown(app, rule, language, house.tokens, (noor, nobody)))
        }
    return house.found[language]


def first_shown(app, rule, language: str, tokens: dict, clients) -> str | None:
    wanted = {302} if rule.endpoint in addresses.LEADS_ELSEWHERE else {200}
    for arguments in addresses.candidates(rule, language, tokens):
        with app.test_request_context():
            path = url_for(rule.endpoint, **{"lang": language, **arguments})
        if any(client.get(path).status_code in wanted for client in clients):
            return path
    return None


def test_every_page_of_the_url_map_is_shown_to_somebody(house, app):
    for language in LANGUAGES:
        shown = addresses_of(house, app, language)
        lost = {rule.endpoint for rule in addresses.pages(app)} - set(shown)
        assert not lost, f"nobody sees these in {language}: {sorted(lost)}"
        assert {endpoint.partition(".")[0] for endpoint in shown} == set(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["nobody", "viewer", "member", "chair", "translator"])
def test_each_role_sees_what_it_may_and_every_page_is_sound(house, app, role, language):
    person = None if role == "nobody" else filled.somebody(role)
    client = Browser(app, person).client
    faults = []
    for endpoint, path in addresses_of(house, app, language).items():
        answer = client.get(path)
        db.connect(reuse_if_open=True)
        faults += [f"{path}: {fault}" for fault in faults_of(app, endpoint, person, answer)]
    assert not faults, "\n".join(faults)


def faults_of(app, endpoint: str, person, answer) -> list[str]:
    with app.app_context():
        access = access_of(endpoint)
    if answer.status_code >= 500:
        return [f"{answer.status_code}"]
    if not isinstance(access, Public) and person is None:
        led = answer.status_code == 302 and "/signin" in answer.headers["Location"]
        return [] if led else [f"{answer.status_code} for nobody"]
    if not isinstance(access, Public) and not may(person, access):
        return [] if answer.status_code == 404 else [f"{answer.status_code}, but it is not theirs"]
    return inspect(Page(answer)) if answer.status_code not in (302, 303) else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    house, app, chrome, state, section, language
):
    shown = addresses_of(house, app, language)
    db.close()
    public = section.endswith("_public")
    eye = Eye(chrome, house.server.address, language, None if public else state)
    faults = []
    for endpoint, path in shown.items():
        if endpoint.partition(".")[0] == section and endpoint not in addresses.LEADS_ELSEWHERE:
            faults += eye.look(path)
    if public:
        assert eye.context.cookies() == []
    eye.close()
    assert not faults, "\n".join(faults)
