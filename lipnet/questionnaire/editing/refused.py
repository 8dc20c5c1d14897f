"""An edit that cannot be made: a code with its particulars; words are put on above."""

from __future__ import annotations

from lipnet.questionnaire.codes import RULE_CODES

# `name` is the item the edit was about; `where` the item whose rule or text stands in the way.
EDIT_CODES: dict[str, tuple[str, ...]] = {
    "item_unknown": ("name",),
    "name_taken": ("name",),
    "name_unfit": ("name",),
    "still_named": ("name", "where"),
    "no_place": ("name",),
    "inside_itself": ("name",),
    "begins_a_page": ("name",),
    "begins_no_page": ("name",),
    "page_repeats": ("name",),
    "not_beside": ("names",),
    "repeat_nested": ("name",),
    "too_deep": ("name", "limit"),
    "too_many_items": ("limit",),
    "type_unknown": ("type",),
    "list_unknown": ("name", "list_name"),
    "code_taken": ("code",),
    "code_unfit": ("code",),
    "value_unfit": ("value",),
    "nothing_pasted": (),
    "language_last": ("tag",),
    "not_removed": ("name",),
} | {code: (*particulars, "where") for code, particulars in RULE_CODES.items()}


class EditRefused(ValueError):
    """Nothing was changed; `code` is one of EDIT_CODES."""

    def __init__(self, code: str, /, **particulars: object) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars
