"""The door: who may enter which page, and the slots that upper floors fill."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import abort, current_app, g, redirect, render_template, request, session, url_for
from flask_login import current_user
from markupsafe import Markup

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.markup import trusted
from lipnet.core.permissions import Permission, may
from lipnet.core.refusals import NotFound, NotYours


@dataclass(frozen=True)
class Public:
    """Open to everybody. `cookieless` pages read and set no cookie and are never logged:
    answering, receipts, one-time links; they carry no authority, so their posts are guarded by
    Origin and Sec-Fetch-Site instead of a token."""

    cookieless: bool = False


def public(view: Callable) -> Callable:
    view.access = Public()
    return view


def public_without_cookie(view: Callable) -> Callable:
    view.access = Public(cookieless=True)
    return view


def requires(permission: Permission) -> Callable:
    """Only for who holds `permission` somewhere; loaders narrow it to the record."""

    def mark(view: Callable) -> Callable:
        view.access = permission
        return view

    return mark


@dataclass(frozen=True)
class ByToken:
    """For programs: a personal token in a header, no cookie, no page to sign in on. What is read is
    what the person behind the token may read at that moment."""

    permission: Permission


def token_required(permission: Permission) -> Callable:
    def mark(view: Callable) -> Callable:
        view.access = ByToken(permission)
        return view

    return mark


def me():
    """The person signed in, or behind the token; always None on a cookieless page."""
    if isinstance(access_of(request.endpoint), ByToken):
        return g.get("bearer")
    if _is_cookieless() or not current_user.is_authenticated:
        return None
    return current_user.person


def access_of(endpoint: str | None):
    """Who may use an endpoint: Public, Permission, ByToken, or None (nobody)."""
    return getattr(current_app.view_functions.get(endpoint or ""), "access", None)


def _is_cookieless() -> bool:
    access = access_of(request.endpoint)
    return (
        access is None
        or isinstance(access, ByToken)
        or (isinstance(access, Public) and access.cookieless)
    )


def guard():
    """Before each request: deny by default, then choose the language."""
    g.language_token = i18n.speak(_wanted_language())
    if request.endpoint is None:
        return None
    access = access_of(request.endpoint)
    if access is None or "\0" in request.path:
        raise NotFound
    if isinstance(access, Public):
        if access.cookieless:
            _refuse_foreign_posts()
        return None
    if isinstance(access, ByToken):
        return _only_by_token(access.permission)
    return _only_for(access)


def leave(error=None) -> None:
    """After each request: the thread speaks its own language again."""
    if "language_token" in g:
        i18n.hush(g.pop("language_token"))


def _only_for(permission: Permission):
    if me() is None:
        back = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("people.sign_in", next=back))
    if not may(me(), permission):
        raise NotFound
    return None


def _only_by_token(permission: Permission) -> None:
    sent = request.authorization
    text = sent.token if sent is not None and sent.type == "bearer" else None
    g.bearer = next((found for door in _bearers if text and (found := door(text))), None)
    if g.bearer is None:
        abort(401)
    if not may(g.bearer, permission):
        raise NotYours


def _refuse_foreign_posts() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    same_host = origin is None or host_of(origin) == request.host
    if site not in ("same-origin", "none") or not same_host:
        abort(403)


def host_of(address: str | None) -> str | None:
    """The host an address names; None if it is no address at all."""
    try:
        return urlsplit(address or "").netloc
    except ValueError:
        return None


def _wanted_language() -> str:
    """Address, then ?lang=, then what the person chose, then the browser, then the default."""
    available = i18n.catalogues()
    spoken = (request.view_args or {}).get("lang") or request.args.get("lang")
    if spoken in available:
        if not _is_cookieless() and me() is not None:
            session["language"] = spoken
        return spoken
    if not _is_cookieless() and me() is not None:
        chosen = session.get("language") or me().language
        if chosen in available:
            return chosen
    return _browser_language(available)


def _browser_language(available: tuple[str, ...]) -> str:
    for asked, _ in request.accept_languages:
        known = languages.find(asked)
        if known is not None and known.tag in available:
            return known.tag
    return current_app.config["LIPNET"].site.default_language


def may_change(person, permission: Permission, *, body: int | None = None) -> None:
    """For loaders: 403 if the record may be seen but not changed."""
    if not may(person, permission, body=body):
        raise NotYours


# What upper floors fill in.


_bearers: list[Callable[[str], Any]] = []


def bearers_from(door: Callable[[str], Any]) -> None:
    """Register door(text) -> the person behind a token, or None."""
    if door not in _bearers:
        _bearers.append(door)


@dataclass(frozen=True)
class MenuItem:
    label: Any
    endpoint: str
    permission: Permission
    floor: float


@dataclass(frozen=True)
class Step:
    """One of the five steps: done() -> bool asks its package; endpoint leads there."""

    key: str
    order: int
    title: Any
    done: Callable[[], bool]
    endpoint: str


@dataclass(frozen=True)
class Waiting:
    """Something that waits for a person: a sentence, where to do it, since when."""

    sentence: str
    url: str
    since: Any = None


@dataclass(frozen=True)
class Group:
    """Some records under one title, with a quiet line; each a text or {language: text}."""

    title: Any
    records: list
    line: Any = ""


@dataclass(frozen=True)
class Arrangement:
    """A way to arrange the records of a lower floor by what only an upper floor knows:
    groups(records, person) -> list[Group]."""

    key: str
    label: Any
    groups: Callable[[list, Any], list[Group]]


_menu: dict[str, MenuItem] = {}
_steps: dict[str, Step] = {}
_waiting: list[Callable] = []
_boxes: dict[str, list[Callable]] = {}
_arrangements: dict[str, dict[str, Arrangement]] = {}


def menu_item(label, endpoint: str, permission: Permission, *, floor: float) -> None:
    _menu[endpoint] = MenuItem(label, endpoint, permission, floor)


def menu_for(person) -> list[MenuItem]:
    items = [item for item in _menu.values() if may(person, item.permission)]
    return sorted(items, key=lambda item: item.floor)


def step(step: Step) -> None:
    _steps[step.key] = step


def steps() -> list[Step]:
    return sorted(_steps.values(), key=lambda step: step.order)


def waiting_from(provider: Callable) -> None:
    """Register provider(person) -> list[Waiting]."""
    if provider not in _waiting:
        _waiting.append(provider)


def waiting_for(person) -> list[Waiting]:
    return [item for provider in _waiting for item in provider(person)]


def box_on(kind: str, box: Callable) -> None:
    """Register box(record, person) -> Markup or "" shown on the page of a record of `kind`."""
    if box not in _boxes.setdefault(kind, []):
        _boxes[kind].append(box)


def drawn_by(template: str, **values) -> Markup:
    """A box, or another part of a page, by a template of ours; "" counts as nothing to show."""
    return trusted(render_template(template, **values).strip())


def boxes_for(record, person) -> list:
    """What upper floors show on the page of `record`."""
    return boxes_at(record._meta.table_name, record, person)


def boxes_at(place: str, thing, person) -> list:
    """What upper floors show at a named place that is no record's page (a question's figure)."""
    shown = (box(thing, person) for box in _boxes.get(place, []))
    return [box for box in shown if box]


def arrange(kind: str, arrangement: Arrangement) -> None:
    """Offer a way to arrange the records of `kind` on the page that lists them."""
    _arrangements.setdefault(kind, {})[arrangement.key] = arrangement


def arrangements_of(kind: str) -> list[Arrangement]:
    return list(_arrangements.get(kind, {}).values())
