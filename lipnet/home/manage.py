"""The home page, the five steps, and how the partnership presents itself."""

from flask import Blueprint, current_app, redirect, render_template, url_for

from lipnet.core import migrations, pages
from lipnet.core.db import db
from lipnet.core.i18n import gettext as _
from lipnet.core.partnership import introduce, partnership
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.text import is_web_address
from lipnet.core.web import me, public, public_without_cookie, requires, waiting_for
from lipnet.home import steps
from lipnet.home.access import Can
from lipnet.home.forms import IntroduceForm, OutsideLinksForm
from lipnet.home.guide import GUIDES

bp = Blueprint("home", __name__)


@bp.route("/")
@public
def front():
    if me() is None:
        return redirect(url_for("people.sign_in"))
    return render_template(
        "home/front.html",
        five=steps.five_steps(),
        beside=steps.beside_them(),
        seated=steps.is_seated(),
        waiting=waiting_for(me()),
        may_introduce=may(me(), Can.INTRODUCE_PARTNERSHIP),
    )


@bp.route("/start")
@requires(Can.SEE_HOME)
def start():
    return render_template(
        "home/start.html",
        five=steps.five_steps(),
        beside=steps.beside_them(),
        may_introduce=may(me(), Can.INTRODUCE_PARTNERSHIP),
    )


@bp.route("/start/<key>")
@requires(Can.SEE_HOME)
def guide(key: str):
    if key not in GUIDES:
        raise NotFound
    standing = next(s for s in (*steps.five_steps(), *steps.beside_them()) if s.key == key)
    links = partnership().outside_links.get(key, [])
    return render_template("home/guide.html", standing=standing, guide=GUIDES[key], links=links)


@bp.route("/start/<key>/links", methods=["GET", "POST"])
@requires(Can.INTRODUCE_PARTNERSHIP)
def outside_links(key: str):
    if key not in GUIDES:
        raise NotFound
    kept = partnership().outside_links
    form = OutsideLinksForm(links="\n".join(kept.get(key, [])))
    if form.validate_on_submit():
        lines = [line.strip() for line in form.links.data.splitlines() if line.strip()]
        if all(is_web_address(line) for line in lines):
            introduce(outside_links={**kept, key: lines}, by=me())
            pages.notice(_("The links are saved."))
            return redirect(url_for("home.guide", key=key), 303)
        form.links.errors = [_("Each line must be a web address beginning with https://.")]
    return render_template("home/links.html", form=form, guide=GUIDES[key])


@bp.route("/partnership", methods=["GET", "POST"])
@requires(Can.INTRODUCE_PARTNERSHIP)
def introduce_partnership():
    form = IntroduceForm(obj=partnership())
    if form.validate_on_submit():
        fields = ("name", "place", "contact", "privacy_officer", "land_acknowledgement")
        introduce(**{key: form[key].data or form[key].default or _empty(key) for key in fields},
                  by=me())  # fmt: skip
        pages.notice(_("Saved. Every page now shows it."))
        return redirect(url_for("home.front"), 303)
    return render_template("home/introduce.html", form=form)


@bp.route("/healthz")
@public_without_cookie
def health():
    """200 while the database answers and is of the shape the program expects."""
    db.execute_sql("SELECT 1")
    waiting = migrations.pending()
    return {"status": "migrate" if waiting else "ok"}, 503 if waiting else 200


@bp.route("/patterns")
@public
def patterns():
    """Every component with believable content; only in development and tests."""
    from lipnet.core.patterns import sample

    if not current_app.config["LIPNET"].server.development:
        raise NotFound
    return render_template("patterns/index.html", sample=sample())


def _empty(key: str):
    return "" if key in ("contact", "privacy_officer") else {}
