"""Whether it is known how a nomination or a seat ended: with the call, or with its contest."""


def has_ended(call, places) -> bool:
    """`places`: the rows that say to which contest it belongs; none where the call has none."""
    if call.is_decided:
        return True
    row = next(iter(places), None)
    return row is not None and row.contest.decided_on is not None
