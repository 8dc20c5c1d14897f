"""Cells that a spreadsheet would work out instead of showing."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A cell that would begin a formula gets a mark that keeps it a text."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
