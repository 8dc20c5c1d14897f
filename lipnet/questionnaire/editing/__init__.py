"""Edits of a questionnaire: each takes one and gives another, sound, or raises EditRefused.

    after = editing.add(before, Question("age", "integer", {"en": "How old are you?"}))
    after = editing.set_rule(after, "school", "relevant", "${age} < 18")

What is handed out is a document from_json accepts, whose rules name only what is there.
"""

from lipnet.questionnaire.editing.banked import add_banked
from lipnet.questionnaire.editing.choices import (
    code_from,
    own_list,
    pasted,
    set_choices,
    shares,
    with_other,
)
from lipnet.questionnaire.editing.groups import (
    begin_page,
    begins_page,
    group,
    join_pages,
    ungroup,
)
from lipnet.questionnaire.editing.items import (
    add,
    change,
    duplicate,
    is_bare_page,
    move,
    place,
    remove,
    restore,
)
from lipnet.questionnaire.editing.names import name_from, rename
from lipnet.questionnaire.editing.postal import add_in_row, ask_plainly, ask_postal_area
from lipnet.questionnaire.editing.refused import EDIT_CODES, EditRefused
from lipnet.questionnaire.editing.rules import (
    OWN,
    Condition,
    Row,
    condition_of,
    operators_for,
    rule_from,
    set_rule,
    set_trigger,
    source_of,
    told_before,
)
from lipnet.questionnaire.editing.shown_media import Shows, media_of, show_file
from lipnet.questionnaire.editing.tongues import set_languages, set_pace, set_title
from lipnet.questionnaire.editing.trees import (
    distinct,
    every_item,
    free_name,
    item_named,
    parent_of,
    siblings_of,
)

__all__ = [
    "EDIT_CODES",
    "OWN",
    "Condition",
    "EditRefused",
    "Row",
    "Shows",
    "add",
    "add_banked",
    "add_in_row",
    "ask_plainly",
    "ask_postal_area",
    "begin_page",
    "begins_page",
    "change",
    "code_from",
    "condition_of",
    "distinct",
    "duplicate",
    "every_item",
    "free_name",
    "group",
    "is_bare_page",
    "item_named",
    "media_of",
    "join_pages",
    "move",
    "name_from",
    "operators_for",
    "own_list",
    "parent_of",
    "pasted",
    "place",
    "remove",
    "rename",
    "restore",
    "rule_from",
    "set_choices",
    "set_languages",
    "set_rule",
    "set_pace",
    "set_title",
    "set_trigger",
    "show_file",
    "shares",
    "siblings_of",
    "source_of",
    "told_before",
    "ungroup",
    "with_other",
]
