"""The page on which somebody is asked to second a nomination."""

from flask import redirect, render_template, url_for
from wtforms import EmailField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from lipnet import languages
from lipnet.core import i18n, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, lazy
from lipnet.core.multilingual import plain
from lipnet.core.web import me, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, nomination_to_accompany
from lipnet.nominations.forms import AN_ADDRESS
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import NewNominee
from lipnet.nominations.propose import link_lasts
from lipnet.nominations.seconds import Second
from lipnet.nominations.wording import title_of
from lipnet.people.models import Organisation


class SeconderForm(Form):
    seconder = StringField(lazy("Name"), [InputRequired(), Length(max=120)])
    email = EmailField(lazy("E-mail address"), [InputRequired(), Length(max=254), AN_ADDRESS])
    organisation = SelectField(lazy("Organisation"), [InputRequired()])
    language = SelectField(lazy("Language of the letter"))

    def offer(self, nomination: Nomination) -> None:
        """The organisations that may still second, and the languages we can write in."""
        taken = {row.organisation_id for row in nomination.seconds}
        taken |= {nomination.nominee.organisation_id, nomination.nominator.organisation_id}
        free = [row for row in Organisation.present() if row.id not in taken]
        self.known = {str(row.id): row for row in free}
        self.organisation.choices = [SelectChoice(str(row.id), plain(row.name)) for row in free]
        self.language.choices = [
            SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()
        ]


@bp.route("/nominations/<int:nomination_id>/seconders", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def seconders(nomination_id: int):
    found = nomination_to_accompany(nomination_id)
    form = SeconderForm(language=language().tag)
    form.offer(found)
    if made := form.carry_out(lambda: _ask(found, form)):
        pages.notice(_("A letter asks %(name)s to second.", name=made.person.name))
        return redirect(url_for("nominations.nomination", nomination_id=found.id), 303)
    return render_template(
        "nominations/seconders.html", form=form, nomination=found, title=title_of(found)
    )


def _ask(nomination: Nomination, form: SeconderForm) -> Second:
    return operations.ask_to_second(
        nomination,
        NewNominee(form.seconder.data, form.email.data, form.language.data),
        form.known[form.organisation.data],
        lasts=link_lasts(),
        by=me(),
    )
