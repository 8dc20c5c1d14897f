"""What the forms of a meeting offer to choose from."""

from wtforms.fields.choices import SelectChoice

from lipnet import languages
from lipnet.core import thread
from lipnet.core.forms import content_languages
from lipnet.core.i18n import format_day, gettext
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.core.web import me
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body, people_of
from lipnet.meetings.access import bodies_to_run, lines_seen_by
from lipnet.meetings.checks import is_later
from lipnet.meetings.citing import choosing as citing
from lipnet.meetings.models import Meeting, Motion
from lipnet.meetings.presence import movers_at
from lipnet.meetings.resolved import carried_motions
from lipnet.meetings.threads import meeting_title
from lipnet.people.access import present_to
from lipnet.people.models import Organisation, Person

SHORT = 90


def bodies(person) -> list[tuple[int, str]]:
    return [(body.id, plain(body.name)) for body in bodies_to_run(person)]


def spoken_languages() -> list[tuple[str, str]]:
    return [(tag, languages.get(tag).endonym) for tag in content_languages()]


def items(meeting: Meeting) -> list[tuple[int, str]]:
    return [(item.id, f"{item.position}. {plain(item.title)}") for item in meeting.agenda()]


def people() -> list[tuple[int, str]]:
    """Everybody who is with the partnership today and is found by who chooses, by name."""
    return [(person.id, person.name) for person in present_to(me())]


def not_members(meeting: Meeting) -> list[tuple[int, str]]:
    members = {person.id for person in people_of(meeting.body, meeting.on)}
    return [(key, name) for key, name in people() if key not in members]


def members(meeting: Meeting) -> list[tuple[int, str]]:
    return [(person.id, person.name) for person in people_of(meeting.body, meeting.on)]


def movers(meeting: Meeting) -> list[tuple[int, str]]:
    return [(person.id, person.name) for person in movers_at(meeting)]


def motions(meeting: Meeting) -> list[tuple[int, str]]:
    return [(motion.id, _named(motion)) for motion in meeting.motions.order_by(Motion.id)]


def later_motions(meeting: Meeting) -> list[tuple[int, str]]:
    """Motions of the same body that carried after this meeting, newest first."""
    rows = carried_motions(meeting.body)
    return [(motion.id, _dated(motion)) for motion in rows if is_later(motion, meeting)]


def motions_of(deciding: list[Body]) -> list[tuple[int, str]]:
    """Motions of these bodies that carried, newest first."""
    return [(each.id, _dated(each)) for each in lines_seen_by(me(), carried_motions(*deciding))]


def owners(meeting: Meeting) -> list[SelectChoice]:
    """Members of the body, other people and organisations, under their headings."""
    groups = {
        gettext("Members"): [(f"person-{key}", name) for key, name in members(meeting)],
        gettext("Other people"): [(f"person-{key}", name) for key, name in not_members(meeting)],
        gettext("Organisations"): [
            (f"organisation-{row.id}", plain(row.name)) for row in _organisations()
        ],
    }
    offered = [
        SelectChoice(key, name, optgroup=heading)
        for heading, pairs in groups.items()
        for key, name in pairs
    ]
    return [SelectChoice("", gettext("Choose")), *offered]


def owner_chosen(value: str) -> dict:
    """The chosen owner as the arguments `owner` and `owner_organisation`."""
    kind, _, key = value.partition("-")
    return {
        "owner": Person.get_or_none(Person.id == int(key)) if kind == "person" else None,
        "owner_organisation": (
            Organisation.get_or_none(Organisation.id == int(key))
            if kind == "organisation"
            else None
        ),
    }


def findings(first=()) -> list[tuple[int, str]]:
    """Every finding that stands; those in `first` (spoken of at this meeting, or cited already)
    before the others, also if they were corrected meanwhile."""
    standing = Finding.newest_first()
    rows = [*first, *(finding for finding in standing if finding not in first)]
    return [(finding.id, _cut(plain(finding.statement))) for finding in rows]


def findings_chosen(keys: list[int] | None) -> list[Finding]:
    held = Finding.withdrawn_on.is_null()
    return list(Finding.select().where(Finding.id.in_(keys or []), held))


def findings_behind(*records) -> list[Finding]:
    """The findings these records rest on, each once."""
    links = [link for record in records for link in thread.came_from(thread.ref(record))]
    ids = dict.fromkeys(int(link.to_id) for link in links if link.to_kind == "finding")
    return [finding for key in ids if (finding := Finding.get_or_none(Finding.id == key))]


def behind(record) -> dict[str, list[int]]:
    """What the fields for reasons hold when a line is corrected."""
    findings_cited = [finding.id for finding in findings_behind(record)]
    return {"findings": findings_cited, **citing.cited_already(record)}


def offer_reasons(form, meeting: Meeting, *behind) -> None:
    """What a line may rest on or name; first what it does already, and what is on the agenda."""
    form.findings.offer(findings(findings_behind(*behind, *meeting.agenda())))
    citing.offer(form, *behind)


def reasons_chosen(form) -> list:
    return [*findings_chosen(form.findings.data), *citing.chosen(form)]


def upcoming(person) -> list[tuple[int, str]]:
    """The meetings still to come, or being held, that `person` runs: soonest first."""
    rows = Meeting.select().where(Meeting.called_off_at.is_null()).order_by(Meeting.on)
    running = {body.id for body in bodies_to_run(person)}
    return [
        (meeting.id, meeting_title(meeting))
        for meeting in rows
        if meeting.body_id in running and meeting.is_upcoming and not meeting.circulation
    ]


def _organisations() -> list[Organisation]:
    rows = Organisation.select().where(Organisation.left_on.is_null())
    return sorted(rows, key=lambda row: folded(plain(row.name)))


def _named(motion: Motion) -> str:
    return _cut(f"{motion.number}: {plain(motion.text)}")


def _dated(motion: Motion) -> str:
    return f"{_named(motion)} ({plain(motion.body.name)}, {format_day(motion.on)})"


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
