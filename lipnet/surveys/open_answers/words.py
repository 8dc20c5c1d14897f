"""What the pages of open answers call things."""

from lipnet.core.i18n import lazy

MASKED = {
    "name": lazy("name masked"),
    "number": lazy("number masked"),
    "email": lazy("e-mail masked"),
    "link": lazy("link masked"),
    "address": lazy("address masked"),
    "postal_code": lazy("postal code masked"),
}
SHOWN = {
    "todo": lazy("Not coded yet"),
    "coded": lazy("Coded by you"),
    "all": lazy("All answers"),
}
READINGS = {
    "reliable": (lazy("Reliable"), "done"),
    "tentative": (lazy("For tentative conclusions"), "late"),
    "unreliable": (lazy("Too low to conclude from"), "off"),
    "unknown": (lazy("Cannot be told"), "plain"),
}


def masked_as(what: str) -> str:
    return str(MASKED[what])
