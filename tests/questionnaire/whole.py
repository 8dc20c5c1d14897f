"""Questionnaires as a workbook can hold them, of every kind and in any script, for properties."""

from hypothesis import strategies as st

from lipnet.questionnaire import Choice, Group, Question, Questionnaire, Rule
from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.model import DECLINES, FILES, KINDS, MEDIA, ROLES, STATES, TYPES, UNSEEN

TAGS = ("en", "fr", "ar", "prs", "haz", "ksw", "zh-Hans", "und-x-1")
ODD = ("=1+1", "+5", "-5", "@now", "#N/A", "_x000D_", "1.50", "TRUE", "a\r\nb", "a\x0bb", "'x'")
ASKED = tuple(kind for kind in TYPES if kind not in FILES)
RULES = ("1 = 1", "${%s} = 'x'", "string-length(${%s}) > 2", "selected(${%s}, 'a')")


def written(longest=12):
    """What a cell may hold: never blank, no white space at its ends."""
    odd = st.sampled_from(ODD)
    letters = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
    free = st.text(letters, min_size=1, max_size=longest).map(str.strip).filter(bool)
    return odd | free


def rule(source):
    return Rule(source, parse(source))


@st.composite
def questionnaires(draw):
    tags = tuple(draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=4, unique=True)))
    maker = Maker(draw, tags)
    lists = {f"list_{at}": maker.choices() for at in range(draw(st.integers(1, 3)))}
    maker.lists = lists
    items = maker.items(3)
    return Questionnaire(
        title=maker.texts(),
        form_id=draw(st.sampled_from(("", "form", "=1"))),
        version=draw(st.sampled_from(("", "2", "2026-01"))),
        default_language=draw(st.sampled_from(tags)),
        languages=tags,
        items=items,
        choices=lists,
        instance_name=maker.maybe_rule(),
        removed=tuple(maker.question(f"gone_{at}") for at in range(draw(st.integers(0, 2)))),
        states=draw(st.dictionaries(written(), maker.states(), max_size=2)),
    )


class Maker:
    """Draws the parts in order, so that a rule names only what stands above it."""

    def __init__(self, draw, tags):
        self.draw, self.tags, self.lists = draw, tags, {}
        self.names, self.groups = [], 0

    def texts(self):
        return self.draw(st.dictionaries(st.sampled_from(self.tags), written(), max_size=3))

    def media(self):
        return {kind: texts for kind in MEDIA if (texts := self.texts())} if self.chance() else {}

    def chance(self):
        return self.draw(st.booleans())

    def states(self):
        return st.dictionaries(st.sampled_from(TAGS), st.sampled_from(STATES), min_size=1)

    def choices(self):
        codes = self.draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True))
        extra = st.dictionaries(st.sampled_from(("region", "zone 2")), written(), max_size=2)
        return tuple(
            Choice(code, self.texts(), self.draw(extra), self.draw(st.sampled_from(KINDS)),
                   self.media())
            for code in codes
        )  # fmt: skip

    def maybe_rule(self):
        if not self.names or self.chance():
            return None
        source = self.draw(st.sampled_from(RULES))
        name = self.draw(st.sampled_from(self.names))
        return rule(source % name if "%s" in source else source)

    def items(self, most, inside_repeat=False, depth=0):
        made = []
        for _ in range(self.draw(st.integers(1, most))):
            if depth < 2 and self.draw(st.integers(0, 3)) == 0:
                made.append(self.group(inside_repeat, depth))
            else:
                name = f"q_{len(self.names)}"
                made.append(self.question(name))
                self.names.append(name)
        return tuple(made)

    def group(self, inside_repeat, depth):
        self.groups += 1
        repeat = not inside_repeat and self.chance()
        one_page = self.chance()
        relevant = self.maybe_rule()
        return Group(
            f"g_{self.groups}",
            self.texts(),
            self.texts(),
            relevant=relevant,
            repeat=repeat,
            repeat_count=self.maybe_rule() if repeat else None,
            items=self.items(2, inside_repeat or repeat, depth + 1),
            field_list=one_page,
            appearance=self.draw(st.sampled_from(((), ("table-list",)))) if one_page else (),
            media=self.media(),
        )

    def question(self, name):
        kind = self.draw(st.sampled_from(ASKED))
        choosing = kind in ("select_one", "select_multiple", "rank")
        calculation = self.maybe_rule()
        given = {
            "label": self.texts(),
            "hint": self.texts(),
            "guidance": self.texts(),
            "required_message": self.texts(),
            "constraint_message": self.texts(),
            "list_name": self.draw(st.sampled_from(sorted(self.lists))) if choosing else "",
            "relevant": self.maybe_rule(),
            "calculation": calculation,
            "appearance": self.draw(st.sampled_from(((), ("minimal",), ("likert", "w1")))),
            "read_only": self.chance(),
            "parameters": self.draw(st.sampled_from(({}, {"start": "1", "end": "5"}))),
            "trigger": tuple(self.names[:1]) if calculation else (),
            "media": self.media(),
            "declines": tuple(each for each in DECLINES if self.chance()),
            "role": self.draw(st.sampled_from(ROLES)),
            "bank_id": self.draw(st.sampled_from(("", "bank 7", "=1"))),
            "aliases": self.draw(st.sampled_from(((), ("old",), ("old", "older")))),
        }
        return Question(name, kind, **given, **self.judged(kind, choosing), **self.begins(kind))

    def judged(self, kind, choosing):
        if kind in UNSEEN:
            return {}
        return {
            "required": rule("true()") if self.chance() else self.maybe_rule(),
            "constraint": rule(". != 'x'") if self.chance() else None,
            "choice_filter": rule("name != 'z'") if choosing and self.chance() else None,
        }

    def begins(self, kind):
        if kind == "text" and self.chance():
            return {"default": self.draw(st.sampled_from(("hello", "=1", "-")))}
        if kind != "note" and self.names and self.chance():
            return {"dynamic_default": rule(f"${{{self.names[0]}}}")}
        return {}
