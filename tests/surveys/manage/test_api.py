"""What programs read: by a token, as described, and no more than a reader sees."""

import io
import json
from datetime import timedelta

import pytest

from lipnet.core import api, clock, logs
from lipnet.evidence.operations import pin_finding
from lipnet.people import bearers, operations
from lipnet.people.models import ApiToken
from lipnet.surveys import operations as surveys
from tests import cast, described
from tests.surveys import scene

RESULTS = "/api/v1/surveys/classes/results"


@pytest.fixture
def bob(app):
    return cast.bob()


@pytest.fixture
def survey(bob):
    alice = cast.alice()
    made = scene.draft_survey(alice)
    surveys.limit_results(made, smallest=5, filters=["waited"], by=alice)
    scene.opened(made, by=alice)
    for number in range(80):
        ways = ["bus"] if number < 2 else ["foot"]
        waited = "no" if number % 2 else "yes"
        scene.respond(made, number, **{**scene.ANSWERS, "ways": ways, "waited": waited})
    surveys.settle_responses(made)
    pin_finding(made, "waited", statement={"en": "=Half waited"}, by=alice)
    return made


def ask(app, address: str, text: str | None, **headers):
    if text is not None:
        headers["Authorization"] = f"Bearer {text}"
    return app.test_client().get(address, headers=headers)


def token_of(person, **kwargs) -> str:
    return operations.make_token(person, "Dashboard", by=person, **kwargs)


PLACES = {"slug": "classes", "question": "ways", "filter": "waited"}


def test_every_route_answers_as_it_is_described(app, bob, survey):
    whole = json.loads(app.test_client().get("/api/v1/openapi.json").data)
    text = token_of(bob)
    assert len(whole["paths"]) == 2 * len(api.routes())
    for path, ways in whole["paths"].items():
        answer = ask(app, "/api/v1" + path.format(**PLACES), text)
        assert answer.status_code == 200, path
        [(media_type, told)] = ways["get"]["responses"]["200"]["content"].items()
        assert answer.mimetype == media_type
        if media_type == "application/json":
            described.check(whole, told["schema"], json.loads(answer.data), path)


def test_the_description_tells_every_route_and_no_other(app):
    whole = json.loads(app.test_client().get("/api/v1/openapi.json").data)
    told = {f"/api/v1{path}".replace("{", "<").replace("}", ">") for path in whole["paths"]}
    there = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert told == there - {"/api/v1/openapi.json"}
    assert whole["openapi"] == "3.1.0"


def test_the_validator_finds_what_is_not_described():
    whole = api.described()
    right = {"surveys": []}
    described.check(whole, {"$ref": "#/components/schemas/Surveys"}, right)
    for wrong in ({}, {"surveys": [], "more": 1}, {"surveys": [{"slug": 3}]}, []):
        with pytest.raises(described.Undescribed):
            described.check(whole, {"$ref": "#/components/schemas/Surveys"}, wrong)


def test_small_numbers_are_hidden_from_programs_too(app, bob, survey):
    table = json.loads(ask(app, f"{RESULTS}/ways", token_of(bob)).data)
    assert {row["code"]: row["count"] for row in table["rows"]}["bus"] is None


def test_the_token_of_a_data_steward_reads_what_every_reader_reads(app, bob, survey):
    by_bob = ask(app, RESULTS, token_of(bob)).data
    assert ask(app, RESULTS, token_of(cast.sam())).data == by_bob


def test_a_draft_is_not_told_of_even_to_its_coordinator(app, survey):
    scene.draft_survey(cast.person("Ada", "coordinator"), slug="draft")
    text = token_of(cast.person("Ann", "coordinator"))
    listed = json.loads(ask(app, "/api/v1/surveys", text).data)["surveys"]
    assert [each["slug"] for each in listed] == ["classes"]
    assert ask(app, "/api/v1/surveys/draft", text).status_code == 404


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic Ym9iOmJvYg==", "bearer  a b", "\xff=:,"],
)
def test_without_a_right_header_nothing_is_read(app, survey, header):
    headers = {} if header is None else {"Authorization": header}
    answer = app.test_client().get(RESULTS, headers=headers)
    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    described.check(api.described(), api.PROBLEM_SCHEMA, json.loads(answer.data))


def test_a_session_in_the_browser_opens_nothing_here(app, bob, survey):
    from tests.browsing import Browser

    browser = Browser(app, bob)
    assert browser.client.get(RESULTS).status_code == 401


def test_an_expired_revoked_or_left_token_reads_nothing(app, bob, survey):
    text = token_of(bob, days=3)
    with clock.at(clock.now() + timedelta(days=4)):
        assert ask(app, RESULTS, text).status_code == 401
    assert ask(app, RESULTS, text).status_code == 200
    operations.revoke_token(ApiToken.get(), by=bob)
    assert ask(app, RESULTS, text).status_code == 401
    other = token_of(bob)
    bob.left_at = clock.now()
    bob.save()
    assert ask(app, RESULTS, other).status_code == 401


def test_what_a_person_may_not_see_her_token_does_not_read(app, survey):
    answer = ask(app, RESULTS, token_of(cast.tam()))
    assert answer.status_code == 403
    assert json.loads(answer.data)["status"] == 403


def test_a_role_taken_away_counts_from_the_next_request_on(app, bob, survey):
    text = token_of(bob)
    operations.withdraw_role(bob, "member", by=cast.person("Ada", "coordinator"))
    assert ask(app, RESULTS, text).status_code == 403


def test_a_question_is_divided_only_by_the_filters_of_the_survey(app, bob, survey):
    text = token_of(bob)
    told = json.loads(ask(app, RESULTS, text).data)
    divided = json.loads(ask(app, f"{RESULTS}/ways/by/waited", text).data)
    assert told["filters"] == ["waited"]
    assert [head["code"] for head in divided["across"]] == ["yes", "no"]
    assert [len(line) for line in divided["counts"]] == [2, 2]
    assert ask(app, f"{RESULTS}/waited/by/ways", text).status_code == 404
    lines = ask(app, f"{RESULTS}/ways/by/waited.csv", text).get_data(as_text=True).splitlines()
    assert lines[1].startswith("bus,By bus,,,yes,Yes,,,")
    assert len(lines) == 5


@pytest.mark.parametrize(
    "address", ["/surveys/other", "/surveys/classes/results/none", "/no-such", ""]
)
def test_what_is_not_there_is_told_as_a_problem(app, bob, survey, address):
    answer = ask(app, f"/api/v1{address}", token_of(bob))
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


def test_a_problem_speaks_the_language_asked_for(app, survey):
    answer = ask(app, RESULTS, None, **{"Accept-Language": "fr-CA"})
    title = json.loads(answer.data)["title"]
    assert title != ""
    assert answer.vary.as_set() >= {"accept-language"}


def test_nothing_can_be_changed_here_and_no_other_site_may_ask(app, bob, survey):
    text = token_of(bob)
    for method in ("post", "put", "delete", "patch"):
        sent = getattr(app.test_client(), method)
        answer = sent(RESULTS, headers={"Authorization": f"Bearer {text}"})
        assert answer.status_code == 405
        assert answer.mimetype == "application/problem+json"
    answer = ask(app, RESULTS, text, Origin="https://elsewhere.example")
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_a_program_is_told_when_nothing_changed(app, bob, survey):
    text = token_of(bob)
    first = ask(app, RESULTS, text)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Set-Cookie" not in first.headers
    assert "cookie" not in first.vary.as_set()
    again = ask(app, RESULTS, text, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_token_used_too_often_waits(app, bob, survey, monkeypatch):
    monkeypatch.setattr(bearers, "REQUESTS_PER_QUARTER_HOUR", 2)
    text = token_of(bob)
    assert [ask(app, RESULTS, text).status_code for _ in range(3)] == [200, 200, 429]
    assert ask(app, RESULTS, text).headers["Retry-After"] == "900"
    assert ask(app, RESULTS, token_of(cast.vera())).status_code == 200


def test_a_spreadsheet_gets_lines_that_no_cell_of_turns_into_a_formula(app, bob, survey):
    text = token_of(bob)
    lines = ask(app, f"{RESULTS}.csv", text).get_data(as_text=True)
    assert lines.startswith("\ufeffquestion,text,code")
    assert "waited,Did you wait for a language class?,yes,Yes,,," in lines
    found = ask(app, "/api/v1/findings.csv", text).get_data(as_text=True)
    assert "'=Half waited" in found


def test_the_day_of_use_is_noted_and_nothing_else(app, bob, survey):
    text = token_of(bob)
    assert ApiToken.get().used_on is None
    ask(app, RESULTS, text)
    assert ApiToken.get().used_on == clock.today()


def test_no_line_of_the_log_holds_the_token(app, bob, survey):
    written = io.StringIO()
    logs.configure(written)
    text = token_of(bob)
    ask(app, RESULTS, text)
    ask(app, RESULTS, text + "x")
    ask(app, f"{RESULTS}?access_token={text}", None)
    assert RESULTS.replace("classes", "<slug>") in written.getvalue()
    assert text not in written.getvalue()
