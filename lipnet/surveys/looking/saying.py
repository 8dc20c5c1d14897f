"""What a table says, in a plain sentence worked out from what it shows."""

from lipnet.core.i18n import format_percent
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.surveys.looking.crossed import Contrast, Crossed, Head, contrast_of


def said_of(crossed: Crossed) -> str:
    """One or two whole sentences; never of a hidden cell, never of a difference made by rounding.

    They tell what these people answered, and neither why nor what others would have answered.
    """
    contrast = contrast_of(crossed)
    if contrast is None:
        return _("Too little can be shown to compare the groups.")
    if not contrast.is_clear:
        return _alike(crossed, contrast)
    return _different(crossed, contrast)


def _different(crossed: Crossed, contrast: Contrast) -> str:
    higher, lower = (_percent(crossed, contrast, each) for each in _ends(contrast))
    places = {
        "group": label_of(crossed.across[contrast.higher]),
        "share": higher,
        "answer": label_of(crossed.down[contrast.row]),
        "other": label_of(crossed.across[contrast.lower]),
        "less": lower,
    }
    if crossed.slack:
        return _(
            "Of those who chose “%(group)s”, about %(share)s said “%(answer)s”; of those who chose "
            "“%(other)s”, about %(less)s.",
            **places,
        )
    return _(
        "Of those who chose “%(group)s”, %(share)s said “%(answer)s”; of those who chose "
        "“%(other)s”, %(less)s.",
        **places,
    )


def _alike(crossed: Crossed, contrast: Contrast) -> str:
    if crossed.slack:
        return _(
            "No clear difference: what the groups answered differs by no more than rounding could "
            "explain, or by less than five points."
        )
    return _(
        "No clear difference: in no answer are the groups further apart than five points; the "
        "widest gap is at “%(answer)s”.",
        answer=label_of(crossed.down[contrast.row]),
    )


def _ends(contrast: Contrast) -> tuple[int, int]:
    return contrast.higher, contrast.lower


def _percent(crossed: Crossed, contrast: Contrast, column: int) -> str:
    return format_percent(crossed.share(contrast.row, column) or 0.0)


def label_of(head: Head) -> str:
    return plain(head.label) or head.code
