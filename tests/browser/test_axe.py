"""Every page of the url map, by everybody who may see it, in English, French and Arabic."""

import pytest
from flask import url_for

from lipnet.core.db import db
from lipnet.core.permissions import may
from lipnet.core.web import Public, access_of
from tests.browser import addresses, filled
from tests.browser.seeing import DEVICES, Eye
from tests.browsing import Browser, Page, inspect

LANGUAGES = tuple(DEVICES)
SECTIONS = (
    "evidence", "groups", "home", "meetings", "nominations", "people", "plans", "reports",
    "surveys", "nominations_public", "reports_public", "surveys_public",
)  # fmt: skip


def addresses_of(house, program, language: str) -> dict[str, str]:
    """endpoint -> an address that shows a page to the coordinator, or to nobody at the doors."""
    if language not in house.found:
        noor, nobody = (
            Browser(program, filled.somebody("coordinator")).client,
            program.test_client(),
        )
        house.found[language] = {
            rule.endpoint: found
            for rule in addresses.pages(program)
            if (found := first_shown(program, rule, language, house.tokens, (noor, nobody)))
        }
    return house.found[language]


def first_shown(program, rule, language: str, tokens: dict, clients) -> str | None:
    wanted = {302} if rule.endpoint in addresses.LEADS_ELSEWHERE else {200}
    for arguments in addresses.candidates(rule, language, tokens):
        with program.test_request_context():
            path = url_for(rule.endpoint, **{"lang": language, **arguments})
        if any(client.get(path).status_code in wanted for client in clients):
            return path
    return None


def test_every_page_of_the_url_map_is_shown_to_somebody(house, program):
    for language in LANGUAGES:
        shown = addresses_of(house, program, language)
        lost = {rule.endpoint for rule in addresses.pages(program)} - set(shown)
        assert not lost, f"nobody sees these in {language}: {sorted(lost)}"
        assert {endpoint.partition(".")[0] for endpoint in shown} == set(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["nobody", "viewer", "member", "chair", "translator"])
def test_each_role_sees_what_it_may_and_every_page_is_sound(house, program, role, language):
    person = None if role == "nobody" else filled.somebody(role)
    client = Browser(program, person).client
    faults = []
    for endpoint, path in addresses_of(house, program, language).items():
        answer = client.get(path)
        db.connect(reuse_if_open=True)
        faults += [f"{path}: {fault}" for fault in faults_of(program, endpoint, person, answer)]
    assert not faults, "\n".join(faults)


def faults_of(program, endpoint: str, person, answer) -> list[str]:
    with program.app_context():
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
    house, program, chrome, state, section, language
):
    shown = addresses_of(house, program, language)
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
