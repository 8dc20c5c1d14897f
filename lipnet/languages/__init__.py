"""Which languages there are: tags, names in their own script, direction, plural rules."""

from lipnet.languages.language import Language
from lipnet.languages.registry import all_languages, direction_of, find, get, guess, sort_key

__all__ = ["Language", "all_languages", "direction_of", "find", "get", "guess", "sort_key"]
