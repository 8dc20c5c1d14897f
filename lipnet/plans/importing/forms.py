"""Forms on the way of a sheet into a plan: the file, its columns, its questions and rows.

The sheet travels with the page until it is brought in; nothing is kept before.
"""

import json
from hashlib import sha256

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField, SelectMultipleField

from lipnet.core.forms import Form
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.plans.importing.columns import LEFT, all_columns, name_of
from lipnet.plans.importing.naming import Names, kind_of
from lipnet.plans.importing.places import Place, Places
from lipnet.plans.importing.reading import MOST_COLUMNS, MOST_ROWS, Table, headings_of
from lipnet.plans.importing.understanding import NEW, Answers, Asked, Understanding
from lipnet.plans.models import ActionPlan
from lipnet.plans.strategies.naming import levels_called

KIND_LABELS = {"body": lazy("Groups"), "organisation": lazy("Organisations"),
               "person": lazy("People")}  # fmt: skip


class SheetForm(Form):
    sheet = FileField(
        lazy("Spreadsheet with the plan"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


class CarryingForm(Form):
    """What every later page carries: the tables as they were read, and the file's name."""

    carried = HiddenField()
    mapped = HiddenField()
    offered = HiddenField()  # the rows that could be ticked when the page was shown

    def carry(self, name: str, tables: list[Table], mapping: dict[str, str] | None = None) -> None:
        sent = {"name": name, "tables": [table.as_sent() for table in tables]}
        self.carried.data = json.dumps(sent, ensure_ascii=False)
        self.mapped.data = json.dumps(mapping or {}, ensure_ascii=False)

    def tables(self) -> tuple[str, list[Table]]:
        """("", []) if the page was tampered with."""
        try:
            sent = json.loads(self.carried.data or "{}")
            return str(sent["name"])[:200], [_table(each) for each in sent["tables"][:MOST_COLUMNS]]
        except (ValueError, TypeError, KeyError, AttributeError):
            return "", []

    def rows_offered(self) -> set[str]:
        return set((self.offered.data or "").split("\n"))

    def mapping(self) -> dict[str, str]:
        try:
            said = json.loads(self.mapped.data or "{}")
            known = set(all_columns())
            return {str(h): column for h, column in said.items() if column in known}
        except (ValueError, TypeError, AttributeError):
            return {}


def columns_form(tables: list[Table], guess: dict[str, str]) -> CarryingForm:
    """A choice for each heading."""
    choices = [(LEFT, lazy("Not taken")), *((name, name_of(name)) for name in all_columns())]
    fields = {
        f"column_{at}": SelectField(
            heading, choices=choices, default=guess.get(heading, LEFT), validate_choice=True
        )
        for at, heading in enumerate(headings_of(tables))
    }
    return type("ColumnsForm", (CarryingForm,), fields)()


def chosen_columns(form: CarryingForm, tables: list[Table]) -> dict[str, str]:
    chosen = {h: form[f"column_{at}"].data for at, h in enumerate(headings_of(tables))}
    return {heading: column for heading, column in chosen.items() if column != LEFT}


def looking_form(understood: Understanding, rows: list[tuple[str, str]]) -> type[CarryingForm]:
    """A question for each place and name that is not clear, and a box for each row."""
    fields: dict[str, object] = {
        "rows": SelectMultipleField(lazy("Rows"), choices=rows, validate_choice=False)
    }
    for place, first in understood.asked_places.items():
        offered = _places(place, understood.places, understood.plan)
        label = _told(place)
        fields[field_of(place)] = SelectField(label, choices=offered, default=first)
    for asked, first in understood.asked_names.items():
        offered = _names(asked, understood.names)
        fields[field_of(asked)] = SelectField(asked.name, choices=offered, default=first)
    return type("LookingForm", (CarryingForm,), fields)


def answers_of(form: CarryingForm, understood: Understanding) -> Answers:
    """What was chosen of each question; what nobody offered is the first answer."""
    places = {place: form[field_of(place)].data or "" for place in understood.asked_places}
    names = {name: form[field_of(name)].data or "" for name in understood.asked_names}
    return Answers(places, names)


def field_of(question: Place | Asked) -> str:
    """Named by what is asked, so that an answer stays with its question whatever changes."""
    return f"q_{sha256(repr(question).encode()).hexdigest()[:16]}"


def _told(place: Place) -> str:
    texts = dict(place.priority or place.pillar)
    return plain(texts) if texts else gettext("Rows that name no priority")


def _places(place: Place, places: Places, plan: ActionPlan) -> dict:
    """The priorities by pillar; a new one while the strategy is not adopted."""
    offered: dict[str, list[tuple[str, str]]] = {
        gettext("Not yet"): [("", gettext("Leave these rows out"))]
    }
    if not plan.strategy.is_adopted and place.is_named:
        own = levels_called()["priority"]
        new = gettext("New: %(level)s", level=own.word) if own.is_own else gettext("A new priority")
        offered[new] = _new_places(place, places)
    for priority in places.priorities.values():
        group = offered.setdefault(plain(priority.pillar.title), [])
        group.append((f"p{priority.id}", plain(priority.title)))
    return offered


def _new_places(place: Place, places: Places) -> list[tuple[str, str]]:
    if known := places.pillar(place):
        return [(f"n{known.id}", gettext("Make it new, under %(pillar)s",
                                         pillar=plain(known.title)))]  # fmt: skip
    under = [
        (f"n{key}", gettext("Make it new, under %(pillar)s", pillar=plain(pillar.title)))
        for key, pillar in places.pillars.items()
        if not place.pillar
    ]
    return [*under, ("n0", gettext("Make it new, with a pillar of its own"))]


def _names(asked: Asked, names: Names) -> dict:
    meant = names.meant(asked.name, asked.kind)
    likely = dict.fromkeys(key for key in (meant.key, *meant.perhaps) if key)
    offered: dict[str, list[tuple[str, str]]] = {
        gettext("Not yet"): [("", gettext("Leave it empty"))]
    }
    if asked.kind in ("", "organisation"):
        offered[gettext("Not yet")].append((NEW, gettext("Add it as an organisation")))
    if likely:
        offered[gettext("Perhaps")] = [(key, names.name(key)) for key in likely]
    for kind, label in KIND_LABELS.items():
        others = [k for k in names.records if kind_of(k) == kind and k not in likely]
        if others and asked.kind in ("", kind):
            named = [(key, names.name(key)) for key in others]
            offered[str(label)] = sorted(named, key=lambda choice: folded(choice[1]))
    return offered


def _table(sent: dict) -> Table:
    headings = [str(text) for text in sent["headings"][:MOST_COLUMNS]]
    rows = [[str(text) for text in row] for row in sent["rows"][:MOST_ROWS]]
    if any(len(row) != len(headings) for row in rows):
        raise ValueError("a row is longer than its headings")
    return Table(str(sent["sheet"]), int(sent["head"]), headings, rows)
