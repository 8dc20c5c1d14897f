"""Every page of the url map, by everybody who may see it, in English, French and Arabic."""

import pytest
from flask import url_for

from lipnet.core.db import db
from lipnet.core.permissions import may
from lipnet.core.web import Public, access_of
from tests.browser import addresses, filled
from tests.browser.seeing import DEVICES, Eye
from tests.browser.skeleton import skeleton
from tests.browsing import Browser, Page, inspect

LANGUAGES = tuple(DEVICES)
ROLES = ("nobody", "viewer", "member", "chair", "translator", "coordinator", "steward")
# Who may see a page does not depend on words, and what few see is seen in English and Arabic.
ROLES_IN = {"fr": ("nobody", "coordinator", "steward")}
NOT_THE_COORDINATORS = addresses.LEADS_ELSEWHERE | {"people.sign_in"} | addresses.FOR_THE_STEWARD
SECTIONS = (
    "acting", "action_talk", "agreements", "engagement", "evidence", "evotes", "groups", "home",
    "meetings", "nominations", "people", "plan_money", "plan_sheet", "plans", "reports",
    "surveys", "workshop", "dashboard", "evidence_packs", "funders", "trail", "composing",
    "calls_public", "evotes_public", "invitations_public", "minutes_public", "nominations_public",
    "progress_public",
    "reports_public", "dashboard_public",
    "surveys_public",
    "workshop_public",
)  # fmt: skip


def addresses_of(house, program, language: str) -> dict[str, str]:
    """endpoint -> an address that shows a page to the coordinator, or to nobody at the doors."""
    if language not in house.found:
        clients = (
            Browser(program, filled.somebody("coordinator")).client,
            Browser(program, filled.somebody("steward")).client,
            program.test_client(),
        )
        house.found[language] = {
            rule.endpoint: found
            for rule in addresses.pages(program)
            if (found := first_shown(program, rule, language, house, clients))
        }
    return house.found[language]


def first_shown(program, rule, language: str, house, clients) -> str | None:
    wanted = {302} if rule.endpoint in addresses.LEADS_ELSEWHERE else {200}
    for arguments in tried(rule, language, house):
        with program.test_request_context():
            path = url_for(rule.endpoint, **{**arguments, "lang": language})
        if any(client.get(path).status_code in wanted for client in clients):
            house.shown[rule.endpoint] = arguments
            return path
    return None


def tried(rule, language: str, house):
    """First the record that a page showed in another language: to look for one takes long."""
    if rule.endpoint in house.shown:
        yield house.shown[rule.endpoint]
    yield from addresses.candidates(rule, language, house.tokens)


def test_every_page_of_the_url_map_is_shown_to_somebody(house, program):
    for language in LANGUAGES:
        shown = addresses_of(house, program, language)
        lost = {rule.endpoint for rule in addresses.pages(program)} - set(shown)
        assert not lost, f"nobody sees these in {language}: {sorted(lost)}"
        assert {endpoint.partition(".")[0] for endpoint in shown} == set(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_sees_what_it_may_and_every_page_is_sound(house, program, chrome, language):
    walked = {role: walk(house, program, role, language) for role in ROLES_IN.get(language, ROLES)}
    examined = examined_below(walked)
    faults = []
    for role, (person, client, seen) in walked.items():
        for endpoint, answer in seen.items():
            told = faults_of(program, endpoint, person, answer)
            faults += [f"{role}, {answer.request.path}: {fault}" for fault in told]
        new = not_examined_yet(examined, seen.values())
        eye = Eye(chrome, house.server.address, language, state_of(program, client))
        faults += [f"{role}, {told}" for path, status in new for told in eye.look(path, status)]
        eye.close()
    assert not faults, "\n".join(faults)


def walk(house, program, role: str, language: str) -> tuple:
    """Who walks, the browser, and endpoint -> the answer of each page."""
    person = None if role == "nobody" else filled.somebody(role)
    client = Browser(program, person).client
    found = addresses_of(house, program, language)
    seen = {endpoint: client.get(path) for endpoint, path in found.items()}
    db.connect(reuse_if_open=True)
    return person, client, seen


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
    return inspect(Page(answer)) if not is_led(answer) else []


def examined_below(walked: dict) -> set[str]:
    """The skeletons of the pages that axe examines in the last test of this file."""
    inside, outside = (walked[role][-1] for role in ("coordinator", "nobody"))
    seen = [(outside if is_door(endpoint) else inside)[endpoint] for endpoint in inside]
    return {skeleton(Page(answer)) for answer in seen if not is_led(answer)}


def not_examined_yet(examined: set[str], answers) -> list[tuple[str, int]]:
    """(address, status) of pages unlike any examined; from now on they count as examined."""
    new = []
    for answer in answers:
        if not is_led(answer) and (bones := skeleton(Page(answer))) not in examined:
            examined.add(bones)
            new.append((answer.request.full_path, answer.status_code))
    return new


def is_led(answer) -> bool:
    return answer.status_code in (302, 303)


def is_door(endpoint: str) -> bool:
    return endpoint.partition(".")[0].endswith("_public")


def state_of(program, client) -> dict:
    """What a browser keeps once signed in as `client` is."""
    name = program.config["SESSION_COOKIE_NAME"]
    kept, cookie = client.get_cookie(name), {"name": name, "domain": "127.0.0.1", "path": "/"}
    return {"cookies": [{**cookie, "value": kept.value}] if kept else [], "origins": []}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    house, program, chrome, state, section, language
):
    shown = addresses_of(house, program, language)
    db.close()
    public = is_door(section)
    kept, same_in_arabic = None if public else state, language == "fr"
    eye = Eye(chrome, house.server.address, language, kept, words_only=same_in_arabic)
    faults = []
    for endpoint, path in shown.items():
        if endpoint.partition(".")[0] == section and endpoint not in NOT_THE_COORDINATORS:
            faults += eye.look(path)
    if public:
        assert eye.context.cookies() == []
    eye.close()
    assert not faults, "\n".join(faults)


CUT_OFF = """() => {
  const edge = document.documentElement.clientWidth;
  const frames = [...document.querySelectorAll(".table-frame")];
  return frames.some((each) => each.scrollWidth > each.clientWidth)
    || document.documentElement.scrollWidth > edge;
}"""
LETTER = {"width": 695, "height": 900}  # what is left of a letter sheet between the margins


def test_tables_are_printed_whole(house, chrome, state):
    eye = Eye(chrome, house.server.address, "en", state)
    eye.page.set_viewport_size(LETTER)
    eye.page.emulate_media(media="print")
    for path in ("/people", "/people/organisations", "/groups/partnership-council/history"):
        eye.page.goto(house.server.address + path)
        assert not eye.page.evaluate(CUT_OFF), f"{path} is cut off on paper"
    eye.close()
