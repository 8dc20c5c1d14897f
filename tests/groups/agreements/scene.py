"""An agreement as a coordinator writes it down."""

from datetime import date

from lipnet.groups.agreements import operations
from lipnet.groups.agreements.models import Agreement, DueRule, Obligation
from tests import cast

FIRST, LAST = date(2025, 4, 1), date(2030, 3, 31)
TITLE = {"en": "Welcome together", "fr": "Accueillir ensemble"}
CLAIM = {"en": "Claim for costs", "fr": "Demande de remboursement"}
PDF = b"%PDF-1.7 a report"
THOUSAND = 100_000  # cents


def agreement(by, *, signs=None, **more) -> Agreement:
    given = {"number": "S26-0417", "title": TITLE, "starts_on": FIRST, "ends_on": LAST, **more}
    signs = signs or cast.organisation("City of Cedarmouth", "municipal")
    return operations.sign_agreement(**given, signs=signs, by=by)


def with_money(found: Agreement, by, *, thousands: int = 400) -> Agreement:
    money = dict.fromkeys(range(2025, 2030), (thousands * THOUSAND, 0))
    return operations.agree_amounts(found, money, by=by)


def owed(found: Agreement, by, *, due_on=date(2026, 6, 30), **more) -> Obligation:
    return operations.owe(found, {"en": "Workplan"}, due_on=due_on, by=by, **more)


def rule(found: Agreement, by, *, rhythm: str = "quarter", days: int = 30, **more) -> DueRule:
    return operations.owe_regularly(found, CLAIM, rhythm=rhythm, days=days, by=by, **more)
