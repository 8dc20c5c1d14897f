"""Being signed in: Flask-Login behind a thin door, every session checked in the database."""

import hashlib
import secrets
from datetime import timedelta

from flask import Flask, current_app, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, login_user, logout_user

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.people.models import Person, SignIn

TOUCH_EVERY = timedelta(minutes=5)


class Visitor(UserMixin):
    """What Flask-Login holds: a person and the key of this browser's sign-in."""

    def __init__(self, person: Person, key: str, row: SignIn):
        self.person, self.key, self.row = person, key, row

    def get_id(self) -> str:
        return self.key


class Sessions(SecureCookieSessionInterface):
    """Who brings no cookie has no session to open, so no key is derived for it."""

    def open_session(self, app: Flask, request):
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)


def wire(app: Flask) -> None:
    """Let Flask-Login find the visitor of a request."""
    app.session_interface = Sessions()
    manager = LoginManager()
    manager.session_protection = None  # the row in the database is the check
    manager.user_loader(find)
    manager.init_app(app, add_context_processor=False)
    # Its "remember me", which we do not use, would look into the session after every page, so that
    # caches were told even the cookieless ones depend on a cookie.
    app.after_request_funcs[None].remove(manager._update_remember_cookie)
    app.config.setdefault("REMEMBER_COOKIE_DURATION", timedelta(0))


def begin(person: Person) -> None:
    """Sign `person` in on this browser; the session of whoever was here before is dropped."""
    session.clear()
    login_user(_start(person))


def end() -> None:
    """Sign this browser out and end its row."""
    key = session.get("_user_id", "")
    SignIn.update(ended_at=clock.now()).where(SignIn.key_hash == _hash(key)).execute()
    logout_user()
    session.clear()


def find(key: str) -> Visitor | None:
    """The visitor behind a session's key, unless it was ended, fell asleep, or the person left."""
    row = (
        SignIn.select(SignIn, Person)
        .join(Person)
        .where((SignIn.key_hash == _hash(key)) & SignIn.ended_at.is_null())
        .first()
    )
    if row is None or not row.person.is_active or _asleep(row):
        return None
    _touch(row)
    return Visitor(row.person, key, row)


def forget_language() -> None:
    """Speak the language of the person's profile again."""
    session.pop("language", None)


def _start(person: Person) -> Visitor:
    key = secrets.token_urlsafe(32)
    moment = clock.now()
    row = SignIn.create(key_hash=_hash(key), person=person, began_at=moment, seen_at=moment)
    return Visitor(person, key, row)


def _asleep(row: SignIn) -> bool:
    hours = current_app.config["LIPNET"].security.session_hours
    return clock.now() - row.seen_at > timedelta(hours=hours)


def _touch(row: SignIn) -> None:
    if clock.now() - row.seen_at > TOUCH_EVERY:
        with db.atomic():
            SignIn.update(seen_at=clock.now()).where(SignIn.id == row.id).execute()


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
