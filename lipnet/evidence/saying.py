"""What every verb asks of the sentences it is given."""

from collections.abc import Mapping

from lipnet.core.refusals import Refusal


def said(texts: Mapping[str, str] | None, no: object, field: str) -> dict[str, str]:
    """The texts without blank ones; refuses with the sentence `no` if nothing is left."""
    kept = {tag: text.strip() for tag, text in (texts or {}).items() if text and text.strip()}
    if not kept:
        raise Refusal(no, field=field)
    return kept
