"""Which passwords are taken, and how they are kept."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.people import operations, passwords
from lipnet.people.models import SignIn
from tests.browsing import Browser
from tests.cast import bob

PHRASE = "seven geese over the canal"


@pytest.mark.parametrize(
    "password",
    [
        "eleven char",
        "password1234",
        "Password!2026!",
        "motdepasse2026",
        "aaaaaaaaaaaaaaaa",
        "123456789012",
        "bobtremblay12",
        "bob.tremblay@example.org",
        "qwerty-qwerty-1",
        "x" * 201,
    ],
)
def test_a_password_anybody_would_guess_is_refused(password):
    with pytest.raises(Refusal) as refused:
        passwords.refuse_weak(password, "Bob Tremblay", "bob.tremblay@example.org")
    assert refused.value.field == "password"


@pytest.mark.parametrize(
    "password", [PHRASE, "كلمات لا علاقة بينها", "correcthorsebattery", "ünd dann ging's"]
)
def test_a_few_words_in_any_script_are_taken(password):
    passwords.refuse_weak(password, "Bob Tremblay", "bob.tremblay@example.org")


def test_nobody_without_a_hash_matches_anything():
    assert passwords.matches(None, "nobody has this password") is False
    assert passwords.matches("rubbish", PHRASE) is False
    assert passwords.matches(passwords.hashed(PHRASE), PHRASE) is True


def test_a_new_password_ends_the_other_sign_ins(app):
    member = bob()
    operations.set_password(member, PHRASE, by=member)
    here, there = Browser(app, member), Browser(app, member)
    here.submit("/people/me/password", {"present": PHRASE, "password": "nine swans under ice"})
    assert here.get("/people/me").path == "/people/me"
    assert there.get("/people/me").path == "/signin"
    assert len(SignIn.running_of(member)) == 1


def test_a_new_password_needs_the_present_one(app):
    member = bob()
    operations.set_password(member, PHRASE, by=member)
    page = Browser(app, member).submit(
        "/people/me/password", {"present": "a guess at it", "password": "nine swans under ice"}
    )
    assert "not your present password" in page.text
    assert passwords.matches(type(member).get_by_id(member.id).password_hash, PHRASE)
