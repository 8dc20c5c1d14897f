"""The contribution agreement of the City, amended once, with a year of reports and claims."""

from datetime import date, timedelta

from lipnet.core.brought import file_brought
from lipnet.demo.texts import both
from lipnet.groups.agreements import operations as agreements
from lipnet.groups.agreements.models import Agreement

DOLLARS = 100  # cents
YEARLY, SHARE = 318_000 * DOLLARS, 24_000 * DOLLARS
# kind of cost: dollars planned in a year
PLANNED = {
    "salaries": 214_000,
    "professional_fees": 18_000,
    "translation": 21_500,
    "travel": 4_200,
    "meetings": 9_800,
    "honoraria": 12_500,
    "communications": 8_000,
    "office": 7_000,
    "overhead": 23_000,
}
SPENT = {"salaries": 99, "translation": 104, "travel": 71, "honoraria": 112}  # percent


def sign(scene) -> None:
    """Signed in the spring of the year that is over, for five years."""
    first = date(scene.days.last_year, 4, 1)
    agreement = agreements.sign_agreement(
        number=f"S{first.year % 100}-0417",
        title=both("Cedarmouth welcomes", "Cedarmouth vous accueille"),
        signs=scene.organisations["city"],
        co_applicants=[scene.organisations["lantern"]],
        officer_name="Odile Marchetti-Roy",
        officer_address="odile.marchetti-roy@funder.example",
        starts_on=first,
        ends_on=date(first.year + 5, 3, 31),
        by=scene.noor,
    )
    years = range(first.year, first.year + 5)
    agreements.agree_amounts(agreement, dict.fromkeys(years, (YEARLY, SHARE)), by=scene.noor)
    _plan(agreement, first.year, {}, scene.noor)
    _owe(agreement, scene)


def amend(scene) -> None:
    """More money for translation from the second year on; the first year's books are closed."""
    agreement, year = Agreement.get(), scene.days.this_year
    _plan(agreement, scene.days.last_year, SPENT, scene.noor)
    agreements.amend_agreement(
        agreement,
        on=scene.days.passed(0.1),
        what=both(
            "The survey is asked in three more languages: 12,000 dollars more a year.",
            "Le sondage est offert dans trois autres langues : 12 000 dollars de plus par année.",
        ),
        money=dict.fromkeys(range(year, year + 4), (YEARLY + 12000 * DOLLARS, SHARE)),
        by=scene.noor,
    )
    _plan(agreement, year, {}, scene.noor, translation=33_500)


def send_what_was_due(scene) -> None:
    """All but the latest is sent; the oldest ones with a proof."""
    late = [row for row in Agreement.get().owed() if row.due_on < scene.days.today]
    for number, row in enumerate(late[:-1]):
        text = f"Sent on {row.due_on.isoformat()}; this file is invented.\n"
        proof = file_brought("confirmation.csv", text.encode()) if number < 3 else None
        sent_on = max(row.due_on - timedelta(days=4), row.agreement.starts_on)
        agreements.mark_sent(row, on=sent_on, proof=proof, by=scene.noor)


def _owe(agreement: Agreement, scene) -> None:
    for english, french, rhythm, days in (
        ("Claim for costs", "Demande de remboursement", "quarter", 30),
        ("Annual performance report", "Rapport annuel de rendement", "year", 60),
    ):
        agreements.owe_regularly(
            agreement, both(english, french), rhythm=rhythm, days=days, by=scene.noor
        )
    agreements.owe(
        agreement,
        both("Action plan of the year", "Plan d'action de l'année"),
        due_on=date(scene.days.this_year, 4, 30),
        remind_days=30,
        by=scene.noor,
    )


def _plan(agreement: Agreement, year: int, spent: dict, by, **differing: int) -> None:
    lines = {
        kind: (dollars * DOLLARS, dollars * spent.get(kind, 97) if spent else None)
        for kind, dollars in (PLANNED | differing).items()
    }
    agreements.write_budget(agreement, year, lines, by=by)
