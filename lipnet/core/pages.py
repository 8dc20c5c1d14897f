"""What every page has: its words, filters, notices, headers and kind errors."""

from functools import lru_cache
from urllib.parse import quote, urlencode

import peewee
from flask import (
    Flask,
    Response,
    current_app,
    flash,
    get_flashed_messages,
    redirect,
    render_template,
    request,
)
from flask import url_for as flask_url_for
from markupsafe import Markup, escape
from werkzeug.exceptions import HTTPException

from lipnet import languages
from lipnet.core import i18n, multilingual, problems, text
from lipnet.core.citing import code_of
from lipnet.core.markup import trusted
from lipnet.core.named_files import name_in_ascii
from lipnet.core.partnership import partnership
from lipnet.core.rates import TooMany
from lipnet.core.refusals import NotFound, NotYours, Refusal
from lipnet.core.web import access_of, boxes_at, boxes_for, host_of, me, menu_for

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}


def prepare(app: Flask) -> None:
    """Give `app` its filters, context, headers and error pages."""
    app.jinja_env.globals.update(_=_said, pgettext=_said_in, ngettext=_counted)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(boxes_for=boxes_for, boxes_at=boxes_at)
    app.jinja_env.globals.update(language_of=languages.get, under=under, code_of=code_of)
    app.context_processor(_context)
    app.after_request(_with_headers)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(NotFound, lambda error: _error_page(404))
    app.register_error_handler(NotYours, lambda error: _error_page(403))
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(peewee.IntegrityError, _collided)
    app.register_error_handler(Exception, _broken)


def _said(message: str, **places) -> Markup:
    """The sentence in the reader's language, its places filled and escaped; %% is a percent."""
    return trusted(i18n.gettext(message)) % i18n.set_apart(places)


def _said_in(context: str, message: str, **places) -> Markup:
    return trusted(i18n.pgettext(context, message)) % i18n.set_apart(places)


def _counted(singular: str, plural: str, n: int, **places) -> Markup:
    """The form for `n` with its places filled; %(n)s is the bare number unless given."""
    form = trusted(i18n.plural_form(singular, plural, n))
    return form % i18n.set_apart({"n": n, "num": n, **places})


def ltr(value) -> Markup:
    """Numbers, codes, addresses: read left to right inside right-to-left text."""
    return trusted(f'<bdi dir="ltr">{escape(value)}</bdi>')


def _moment(value) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(
        value.isoformat(), i18n.format_moment(value)
    )


def _day(value, style: str = "long") -> str:
    return i18n.format_day(value, style) if value is not None else ""


def _joined(items) -> Markup:
    """A list as it is said ("a, b and c"); markup inside stays markup."""
    return trusted(i18n.join_list(escape(item) for item in items))


def under(column) -> Markup:
    """The attributes of a cell below the head `column`: its label, where rows are told one by one
    on a phone, and whether it is a figure. Tables of many rows ask the same again and again."""
    pair = isinstance(column, (tuple, list))
    label, kind = (column[0], column[1]) if pair else (column, "")
    return _under(str(label), kind == "number")


@lru_cache(1_000)
def _under(label: str, is_number: bool) -> Markup:
    named = escape(trusted(label).striptags())
    kind = ' class="number"' if is_number else ""
    return trusted(f' data-label="{named}"{kind}')


FILTERS = {
    "told": multilingual.told,
    "plain": multilingual.plain,
    "day": _day,
    "moment": _moment,
    "ltr": ltr,
    "markdown": text.markdown,
    "inline": text.inline,
    "number": i18n.format_number,
    "percent": i18n.format_percent,
    "joined": _joined,
}


def part(template: str, **values) -> Markup:
    """A part that a page shows many times, drawn by itself: without the menu, the partnership and
    whatever else only a whole page needs, which would be looked up for each."""
    return trusted(current_app.jinja_env.get_template(template).render(values))


def notice(message, kind: str = "success") -> None:
    """Show `message` once on the next page: success, info, warning or error."""
    flash(str(message), kind)


def switch_url(tag: str) -> str:
    """This page in the language `tag`."""
    place = dict(request.view_args or {})
    asked = {name: said for name, said in request.args.items() if name != "lang"}
    if "lang" in place:
        place["lang"] = tag
    else:
        asked = (asked if request.method == "GET" else {}) | {"lang": tag}
    page = flask_url_for(request.endpoint, **place) if request.endpoint else _own_path()
    return f"{page}?{urlencode(asked)}" if asked else page


def _own_path() -> str:
    """The path as it was asked for; two slashes at its beginning would name another host."""
    return quote("/" + request.path.lstrip("/"))


def _context() -> dict:
    person = me()
    spoken = i18n.language()
    return {
        "language": spoken,
        "interface_languages": [languages.get(tag) for tag in _offered(person)],
        "switch_url": switch_url,
        "machine_drafted": i18n.machine_drafted(spoken.tag),
        "partnership": presented(),
        "me": person,
        "menu": _menu(person),
        "notices": _notices(),
    }


def presented() -> dict:
    """The partnership as every page shows it: texts already in the reader's language."""
    row = partnership()
    return {
        "name": multilingual.plain(row.name) or i18n.gettext("Local Immigration Partnership"),
        "contact": row.contact,
        "land_acknowledgement": multilingual.plain(row.land_acknowledgement),
    }


def _offered(person) -> tuple[str, ...]:
    return i18n.whole_catalogues() if person else i18n.catalogues()


def _menu(person) -> list[dict]:
    section = (request.endpoint or "").partition(".")[0]
    return [
        {
            "label": str(item.label),
            "url": flask_url_for(item.endpoint),
            "current": item.endpoint.partition(".")[0] == section,
        }
        for item in (menu_for(person) if person else [])
    ]


def _notices() -> list[tuple[str, str]]:
    access = access_of(request.endpoint)
    if access is None or getattr(access, "cookieless", False):
        return []
    return get_flashed_messages(with_categories=True)


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)  # twice would be two policies, and both hold
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    name_in_ascii(response)
    return response


def _http_error(error: HTTPException):
    if error.code and error.code < 400:
        return error
    return _error_page(error.code or 500, error.get_response().headers)


def _error_page(code: int, headers=None):
    if problems.is_for_programs():
        return problems.problem(code, headers)
    try:
        body = render_template("errors/error.html", code=code)
    except Exception:  # the database may be what is broken: the page must not need it
        body = _BARE_PAGE.format(
            spoken=i18n.language(),
            words=i18n.gettext("Something went wrong. Please try again later."),
        )
    response = Response(body, code, mimetype="text/html")
    if headers and "Allow" in headers:
        response.headers["Allow"] = headers["Allow"]
    return response


_BARE_PAGE = (
    '<!doctype html><html lang="{spoken.tag}" dir="{spoken.direction}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{words}</title>'
    "<h1>{words}</h1></html>"
)


def _refused(refusal: Refusal):
    """An uncaught no: a kind message on the page the person came from."""
    access = access_of(request.endpoint)
    code = 429 if isinstance(refusal, TooMany) else 409
    if problems.is_for_programs():
        return problems.problem(code)
    if request.method == "POST" and host_of(request.referrer) == request.host and me() is not None:
        notice(refusal.reason, "error")
        return redirect(request.referrer)
    cookieless = getattr(access, "cookieless", False)
    return render_template("errors/refusal.html", refusal=refusal, cookieless=cookieless), code


def _collided(error: peewee.IntegrityError):
    """Two people did the same thing at the same moment, and the database let one of them."""
    current_app.logger.warning("collision", exc_info=error)
    return _refused(
        Refusal(i18n.lazy("Somebody changed this at the same moment. Please look at it again."))
    )


def _broken(error: Exception):
    current_app.logger.error("unexpected error", exc_info=error)
    if current_app.config.get("PROPAGATE_EXCEPTIONS"):
        raise error
    return _error_page(500)
