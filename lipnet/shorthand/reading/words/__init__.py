"""What minutes say, one language a file."""

from dataclasses import replace

from lipnet.shorthand.reading.words.de import GERMAN
from lipnet.shorthand.reading.words.en import ENGLISH
from lipnet.shorthand.reading.words.es import SPANISH
from lipnet.shorthand.reading.words.fr import FRENCH
from lipnet.shorthand.reading.words.nl import DUTCH
from lipnet.shorthand.reading.words.posts import POSTS
from lipnet.shorthand.reading.words.rolls import ROLLS
from lipnet.shorthand.reading.words.tasks import TASKS
from lipnet.shorthand.reading.words.vocabulary import Words, together

ALL = {
    words.tag: replace(words, **ROLLS[words.tag], **POSTS[words.tag], **TASKS[words.tag])
    for words in (ENGLISH, FRENCH, SPANISH, GERMAN, DUTCH)
}

__all__ = ["ALL", "Words", "together"]
