"""A "no" with a reason a person can act on."""


class Refusal(Exception):
    """An operation said no.

    `reason` is a (lazy) translatable sentence for the person; `field` names the form field it
    belongs to, if any.
    """

    def __init__(self, reason, *, field=None):
        super().__init__(str(reason))
        self.reason = reason
        self.field = field


class NotYours(Exception):
    """The record may be seen but not changed by this person: 403."""


class NotFound(Exception):
    """There is no such record, or it is not this person's to see: 404."""
