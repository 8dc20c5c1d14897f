"""How the letter of the year joins reports: its pages, letters and jobs."""

from functools import partial

from flask import Flask

from lipnet.core import jobs, mail
from lipnet.core.events import Event
from lipnet.reports.keeping_in_touch import jobs as own
from lipnet.reports.keeping_in_touch import manage, public, public_letters
from lipnet.reports.keeping_in_touch.operations import ASKED, ON_ITS_WAY, forget_refused

BLUEPRINTS = (manage.bp, public.bp)  # those of reports, with these pages on them


def wire(app: Flask) -> None:
    write_letters(app.config["LIPNET"].site.address.rstrip("/"))
    jobs.register("addresses for the letter of the year", own.TEN_MINUTES, own.move)
    jobs.register("addresses whose time is over", own.AN_HOUR, own.erase)


def write_letters(site: str) -> None:
    mail.on_event(ASKED, partial(public_letters.please_confirm, site=site), refused=_no_such)
    mail.on_event(ON_ITS_WAY, partial(public_letters.of_the_year, site=site), refused=_no_such)


def _no_such(event: Event, reason: str) -> None:
    forget_refused(event.record_id)
