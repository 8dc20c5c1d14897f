"""A template of our own wording. It is no funder's form, and says so wherever it is shown."""

from typing import Any

from lipnet.core.i18n import lazy

NAME = lazy("Questions about the year, in our own words")

# code, what is asked, kind, most words, sources
QUESTIONS: tuple[tuple[str, Any, str, int | None, tuple[str, ...]], ...] = (
    ("1", lazy("In short: what did the partnership achieve this year?"), "text", 250,
     ("report_message", "chapter_highlights")),
    ("2", lazy("Who takes part in the partnership?"), "text", 150, ("members",)),
    ("3", lazy("Which sectors are at the table?"), "figures", None, ("members_by_sector",)),
    ("4", lazy("How did the groups meet and decide?"), "text", 150, ("meetings", "motions")),
    ("5", lazy("How many people did the partnership engage?"), "number", None,
     ("people_engaged",)),
    ("6", lazy("How were people engaged?"), "text", 200, ("people_engaged", "events_by_kind")),
    ("7", lazy("What did the partnership learn from the community?"), "text", 300,
     ("survey_answers", "survey_languages", "findings")),
    ("8", lazy("How far is the action plan?"), "figures", None, ("actions_by_status",)),
    ("9", lazy("What was done, and what came of it?"), "text", 500, ("report_done",)),
    ("10", lazy("What changed for newcomers, by the indicators?"), "text", 300,
     ("indicators",)),
    ("11", lazy("Which obstacles were met, and what changed because of them?"), "text", 250,
     ("report_changed",)),
    ("12", lazy("Was the money spent as planned?"), "yes_no", None, ("money",)),
)  # fmt: skip
