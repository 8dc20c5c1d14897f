"""How many letters people without an account may cause in a quarter of an hour."""

from flask import current_app

from lipnet.core import rates
from lipnet.nominations.models import Call
from lipnet.people.models import folded_address

TO_ONE_ADDRESS = 3
OF_A_LINK = 5  # by which somebody looks after a nomination
OF_A_CALL = 60  # to whomever


def count_letter(address: str, call: Call) -> None:
    """Raises TooMany, which says to wait."""
    keys = current_app.config["KEYS"]
    rates.count(keys.keyed_hash("proposal", folded_address(address) or ""), TO_ONE_ADDRESS)
    rates.count(keys.keyed_hash("proposals", str(call.id)), OF_A_CALL)


def count_of_link(record_id: str) -> None:
    """One letter more by the links of this record; raises TooMany."""
    rates.count(current_app.config["KEYS"].keyed_hash("seconders", record_id), OF_A_LINK)
