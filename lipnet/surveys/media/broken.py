"""What the readers of each kind of sound have in common."""


class Broken(Exception):
    """The bytes are not laid out as their kind is."""
