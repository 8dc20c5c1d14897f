"""The verbs of engagements; and the year in figures, for upper floors."""

from lipnet.engagement.figures import figures_of, reached_in
from lipnet.engagement.operations.bringing import bring_engagements
from lipnet.engagement.operations.hearing import find_from, hear, take_back_heard
from lipnet.engagement.operations.keeping import keep_file, remove_file
from lipnet.engagement.operations.logging import (
    change_engagement,
    log_engagement,
    remove_engagement,
)
from lipnet.engagement.operations.wanting import (
    add_population,
    begin_populations,
    choose_languages,
    retire_population,
)
from lipnet.engagement.telling import told_counts, told_people

__all__ = [
    "add_population",
    "begin_populations",
    "bring_engagements",
    "change_engagement",
    "choose_languages",
    "figures_of",
    "find_from",
    "hear",
    "reached_in",
    "keep_file",
    "log_engagement",
    "remove_engagement",
    "remove_file",
    "retire_population",
    "take_back_heard",
    "told_counts",
    "told_people",
]
