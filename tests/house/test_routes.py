"""Every route says who may use it; nothing is open by forgetting."""

import pytest
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from lipnet.core.permissions import Permission
from lipnet.core.web import ByToken, Public, access_of
from tests import cast
from tests.browsing import Browser

COOKIELESS = {
    "surveys_public", "reports_public", "nominations_public", "workshop_public",
    "calls_public", "invitations_public", "calendars_public", "progress_public", "minutes_public",
    "evotes_public", "dashboard_public",
}  # fmt: skip
KINDS = (Public, Permission, ByToken)
PUBLIC_BY_NAME = {
    "static", "home.front", "home.health", "home.patterns", "api.description",
    "people.sign_in", "people.ask_for_link", "people.sign_in_by_link", "people.invitation",
    "people.sign_out", "people.link_sent", "people.confirm_address",
}  # fmt: skip


def endpoints(app):
    return sorted({rule.endpoint for rule in app.url_map.iter_rules()})


def test_every_route_says_who_may_use_it(app):
    with app.app_context():
        silent = [e for e in endpoints(app) if not isinstance(access_of(e), KINDS)]
    assert silent == []


def test_a_view_that_says_nothing_is_open_to_nobody(app):
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    assert app.test_client().get("/forgotten").status_code == 404


def test_only_the_named_routes_are_public(app):
    with app.app_context():
        open_to_all = {e for e in endpoints(app) if isinstance(access_of(e), Public)}
    assert {e for e in open_to_all if e.split(".")[0] not in COOKIELESS} == PUBLIC_BY_NAME


def test_what_takes_a_token_stands_apart_from_the_pages_and_only_reads(app):
    rules = list(app.url_map.iter_rules())
    with app.app_context():
        by_token = [r for r in rules if isinstance(access_of(r.endpoint), ByToken)]
    below = [r for r in rules if r.rule.startswith("/api/") and r.endpoint != "api.description"]
    assert by_token == below
    assert by_token
    assert all(rule.methods <= {"GET", "HEAD", "OPTIONS"} for rule in by_token)


def test_the_public_doors_without_cookie_are_the_ones_exempt_from_the_token(app):
    with app.app_context():
        cookieless = {
            f"{app.view_functions[e].__module__}.{app.view_functions[e].__name__}"
            for e in endpoints(app)
            if getattr(access_of(e), "cookieless", False)
        }
    assert app.extensions["csrf"]._exempt_views == cookieless


def test_a_post_from_another_site_to_a_cookieless_page_is_refused(app):
    for headers in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        response = app.test_client().post("/s/any/en/answer", headers=headers)
        assert response.status_code == 403, headers


def test_a_post_without_the_token_changes_nothing(app):
    app.config["WTF_CSRF_ENABLED"] = True
    browser = Browser(app, cast.alice())
    page = browser.post("/partnership", {"name-en": "Taken over"}, status=400)
    assert "Taken over" not in page.html


@pytest.mark.parametrize("who", ["nobody", "vera", "tam", "charlie"])
def test_who_is_not_a_coordinator_does_not_find_the_coordinators_pages(app, who):
    person = getattr(cast, who)() if who != "nobody" else None
    browser = Browser(app, person)
    if person is None:
        assert browser.get("/partnership").path.startswith("/signin")
    else:
        browser.get("/partnership", status=404)


@pytest.mark.parametrize("with_more", [False, True])
def test_every_address_is_written_as_if_it_had_been_worked_out_at_the_start(app, with_more):
    for rule in app.url_map.iter_rules():
        values = {name: _some(kind) for name, kind in rule._converters.items()}
        values |= {"on": "a day"} if with_more else {}
        at_the_start = Rule._compile_builder(rule, with_more).__get__(rule)(**values)
        for _ in ("the first time", "and again"):
            assert rule.build(values, with_more) == at_the_start


def _some(kind):
    if isinstance(kind, AnyConverter):
        return min(kind.items)
    return 7 if isinstance(kind, IntegerConverter) else "é / two words"
