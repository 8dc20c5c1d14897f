"""What the pages of the bank call things."""

from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.surveys.bank.starter import themes

ROLES = {
    "demographic": lazy("About the person, to compare groups"),
    "identity": lazy("Who the person is: optional, and its reason belongs in the notice"),
    "draw_contact": lazy("Contact for a prize draw"),
    "quote_consent": lazy("Consent to be quoted"),
}
ORIGINS = {
    "starter": lazy("Starter set: our own wording, no published instrument is copied"),
    "own": lazy("Saved here"),
}
STATES = {
    "machine": lazy(
        "Drafted by machine in this language: let a second reader look before you ask it."
    ),
    "draft": lazy("A draft in this language: let a second reader look before you ask it."),
    "stale": lazy(
        "The wording was changed in another language since: this one no longer follows it."
    ),
}


def theme_choices() -> list[tuple[str, str]]:
    return [(key, plain(names)) for key, names in themes().items()]
