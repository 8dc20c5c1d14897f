"""For the coordinator: how many get the letter, what stands in it, sending it once."""

from flask import current_app, redirect, render_template, url_for

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import speaking
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.reports.access import Can
from lipnet.reports.keeping_in_touch import forms, operations
from lipnet.reports.keeping_in_touch.counting import counted
from lipnet.reports.keeping_in_touch.models import YearlyLetter
from lipnet.reports.keeping_in_touch.public_letters import yearly_words
from lipnet.reports.manage import bp
from lipnet.reports.telling.years import YearTold, year_told, years_told


@bp.route("/letters", methods=["GET", "POST"])
@requires(Can.MANAGE)
def yearly_letters():
    form = forms.ForgetForm()
    if form.carry_out(lambda: operations.forget_address(form.email.data, by=me())):
        notice(_("If we had this address, it is erased now."))
        return redirect(url_for(".yearly_letters"), 303)
    least = current_app.config["LIPNET"].privacy.small_cell
    total, by_language, some_left_out = counted(least)
    return render_template(
        "reports/telling/letters.html",
        told=years_told(),
        letters={letter.fiscal_year: letter for letter in YearlyLetter.select()},
        total=total,
        least=least,
        by_language=by_language,
        some_left_out=some_left_out,
        not_before=_not_before(),
        form=form,
    )


@bp.route("/letters/<int:fiscal_year>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def yearly_letter(fiscal_year):
    told = _year(fiscal_year)
    letter = _letter(fiscal_year)
    form = forms.LetterForm(obj=letter)
    if form.carry_out(
        lambda: operations.write_yearly_letter(fiscal_year, form.words.data or {}, by=me())
    ):
        notice(_("Your words are kept. Look at the letter before you send it."))
        return redirect(url_for(".yearly_letter", fiscal_year=fiscal_year), 303)
    tongues = [languages.get(tag) for tag in i18n.catalogues()]
    return render_template(
        "reports/telling/letter.html", told=told, letter=letter, form=form, tongues=tongues
    )


@bp.get("/letters/<int:fiscal_year>/<tag>")
@requires(Can.MANAGE)
def yearly_letter_in(fiscal_year, tag):
    """The letter as it will be read in one language."""
    told = _year(fiscal_year)
    if tag not in i18n.catalogues():
        raise NotFound
    site = current_app.config["LIPNET"].site.address.rstrip("/")
    with speaking(tag) as tongue:
        door = f"{site}/told/{tag}/letters/..."
        subject, body = yearly_words(_letter(fiscal_year), len(told.heard), told.tally, site, door)
    return render_template(
        "reports/telling/letter_in.html", told=told, tongue=tongue, subject=subject, body=body
    )


@bp.route("/letters/<int:fiscal_year>/sending", methods=["GET", "POST"])
@requires(Can.MANAGE)
def send_yearly_letter(fiscal_year):
    told, letter = _year(fiscal_year), YearlyLetter.of_year(fiscal_year)
    form = forms.SendingForm()
    sent = form.carry_out(lambda: (_send(letter, told),))
    if sent:
        notice(_("The letter is on its way. It goes to people in no order."))
        return redirect(url_for(".yearly_letters"), 303)
    return render_template(
        "reports/telling/send.html",
        told=told,
        letter=letter or YearlyLetter(fiscal_year=fiscal_year, words={}),
        form=form,
        not_before=_not_before(),
    )


def _send(letter: YearlyLetter | None, told: YearTold) -> int:
    letter = letter or operations.write_yearly_letter(told.fiscal_year, {}, by=me())
    return operations.send_yearly_letter(letter, told, by=me())


def _year(fiscal_year: int) -> YearTold:
    told = year_told(fiscal_year)
    if not told.heard:
        raise NotFound
    return told


def _letter(fiscal_year: int) -> YearlyLetter:
    return YearlyLetter.of_year(fiscal_year) or YearlyLetter(fiscal_year=fiscal_year, words={})


def _not_before():
    """The first day for another letter, if it is still to come."""
    day = YearlyLetter.may_be_sent_from()
    return day if day and day > clock.today() else None
