"""The pages on which the nominee's organisation is asked, and on which it answers."""

from flask import redirect, render_template, request, url_for
from wtforms import EmailField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from lipnet import languages
from lipnet.core import i18n, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, public_without_cookie, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, may_attach, nomination_to_see
from lipnet.nominations.endorsing import endorsement_to_answer
from lipnet.nominations.forms import AN_ADDRESS
from lipnet.nominations.manage import bp
from lipnet.nominations.operations import NewNominee
from lipnet.nominations.over import link_is_over
from lipnet.nominations.propose import link_lasts
from lipnet.nominations.respond import bp as doors
from lipnet.nominations.wording import title_of


class EndorserForm(Form):
    name = StringField(lazy("Name"), [InputRequired(), Length(max=120)])
    email = EmailField(lazy("E-mail address"), [InputRequired(), Length(max=254), AN_ADDRESS])
    language = SelectField(lazy("Language of the letter"))

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.language.choices = [
            SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()
        ]

    @property
    def endorser(self) -> NewNominee:
        return NewNominee(self.name.data, self.email.data, self.language.data)


@bp.route("/nominations/<int:nomination_id>/endorsement", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def endorsement(nomination_id: int):
    """For the nominee, who named the organisation, and the coordinator."""
    found = nomination_to_see(nomination_id)
    if not may_attach(me(), found) or not found.organisation:
        raise NotFound
    form = EndorserForm(name=found.endorser, language=language().tag)
    if made := form.carry_out(
        lambda: operations.ask_to_endorse(found, form.endorser, lasts=link_lasts(), by=me())
    ):
        pages.notice(_("A letter asks %(name)s to confirm it.", name=made.person.name))
        return redirect(url_for("nominations.nomination", nomination_id=found.id), 303)
    return render_template(
        "nominations/endorsement.html", form=form, nomination=found, title=title_of(found)
    )


@doors.route("/nominations/endorse/<token>", methods=["GET", "POST"])
@public_without_cookie
def endorse(token: str):
    """Looking changes nothing; only a button answers."""
    try:
        link, asked = endorsement_to_answer(token)
        if answer := request.form.get("answer"):
            return _answered(link, asked, answer)
    except Refusal:
        return link_is_over(token)
    return render_template(
        "nominations/second.html",
        second=asked,
        organisation=asked.nomination.organisation,
        action=url_for("nominations_public.endorse", token=token, lang=language().tag),
        link=link,
    )


def _answered(link, asked, answer: str) -> str:
    if answer == "second":
        answered = operations.endorse_nomination(link, by=asked.person)
    else:
        answered = operations.decline_to_endorse(link, by=asked.person)
    return render_template("nominations/second_thanks.html", second=answered)
