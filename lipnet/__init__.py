"""lipnet: a partnership's year in one place, and one thread through it."""

from importlib import import_module

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from lipnet import trail
from lipnet.core import (
    api,
    clock,
    config,
    db,
    files,
    forms,
    incoming,
    jobs,
    links,
    logs,
    mail,
    pages,
    rates,
    routes,
    secrets,
    statics,
    web,
)

HOUSE_ORDER = (
    "people", "groups", "surveys", "nominations", "evidence", "meetings", "plans", "engagement",
    "reports", "home",
)  # fmt: skip


class House(Flask):
    """Flask, but for the question at every step whether it is a coroutine: none of ours is; and for
    addresses, whose writing is worked out at the first one, not at the start."""

    url_rule_class = routes.Route

    def ensure_sync(self, func):
        return func


def create_app(settings: config.Config | None = None) -> Flask:
    """The whole program, ready to serve. Raises BadConfig or MissingSecrets rather than guess."""
    settings = settings or config.load()
    app = House("lipnet", static_folder=None)
    app.config.update(_flask_settings(settings))
    incoming.prepare(app)
    _prepare_core(app, settings)
    for name in HOUSE_ORDER:
        import_module(f"lipnet.{name}.wiring").wire(app)
    trail.wire(app)
    _keep_tokens_off_cookieless_pages(app)
    if settings.server.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=1, x_host=1)
    return app


def _flask_settings(settings: config.Config) -> dict:
    return {
        "LIPNET": settings,
        "KEYS": (keys := secrets.load(settings.folder)),
        "SECRET_KEY": keys.derive("session"),
        "SESSION_COOKIE_NAME": "lipnet",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": settings.site.address.startswith("https://"),
        "WTF_CSRF_TIME_LIMIT": None,
        "MAX_CONTENT_LENGTH": 12_000_000,
        "MAX_FORM_MEMORY_SIZE": 4_000_000,
        "MAX_FORM_PARTS": 20_000,
    }


def _prepare_core(app: Flask, settings: config.Config) -> None:
    clock.set_local_zone(settings.site.time_zone)
    forms.use_content_languages(settings.site.content_languages)
    secrets.use(app.config["KEYS"])
    links.use_key(app.config["KEYS"].derive("links"))
    files.use_folder(settings.folder)
    db.connect(settings.database_url)
    jobs.register("letters", 5, mail.send_waiting)
    jobs.register("old links", 3600, lambda _: links.forget_expired())
    jobs.register("old attempts", 3600, lambda _: rates.forget_old())
    app.before_request(_open_database)
    app.teardown_appcontext(db.give_back)
    logs.log_requests(app)
    app.before_request(web.guard)
    app.teardown_request(web.leave)
    pages.prepare(app)
    statics.prepare(app)
    app.register_blueprint(api.bp)
    app.extensions["csrf"] = CSRFProtect(app)


def _open_database() -> None:
    db.db.connect(reuse_if_open=True)


def _keep_tokens_off_cookieless_pages(app: Flask) -> None:
    for view in app.view_functions.values():
        if getattr(getattr(view, "access", None), "cookieless", False):
            app.extensions["csrf"].exempt(view)
