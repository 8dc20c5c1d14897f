"""How this room joins the house."""


def wire(app) -> None:
    """Nothing to join yet."""
