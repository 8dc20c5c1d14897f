"""The lists a language fills in. Each entry is a pattern for text in small letters without accents.

Patterns stand for whole words: `\\b` is put around each when they are joined. Keep them bounded:
no repetition within a repetition.
"""

from dataclasses import dataclass, field, fields

Patterns = tuple[str, ...]


@dataclass(frozen=True)
class Words:
    tag: str
    # Very frequent words, by which the language of a text is guessed.
    frequent: frozenset[str]
    # Month and weekday names with their short forms -> 1..12, and 0 (Monday)..6.
    months: dict[str, int]
    weekdays: dict[str, int]

    # Headings, found anywhere in a short line.
    agenda: Patterns = ()
    actions: Patterns = ()
    earlier: Patterns = ()  # together with an action heading: actions of an earlier meeting
    decisions: Patterns = ()
    aims: Patterns = ()  # aims, roles, news, calendars: lists in which nobody promises anything
    present: Patterns = ()
    regrets: Patterns = ()
    absent: Patterns = ()
    guests: Patterns = ()
    staff: Patterns = ()
    represented: Patterns = ()
    officers: Patterns = ()  # "Chair: Ana" tells that Ana was there
    others: Patterns = ()  # labels at the head of minutes that name nobody: time, place

    # Tables of tasks, and the ends of months; see tasks.py.
    task_heads: Patterns = ()
    month_ends: Patterns = ()

    # Lists of people; see rolls.py.
    manners: Patterns = ()
    opened: Patterns = ()
    organisations: Patterns = ()
    name_heads: Patterns = ()
    first_heads: Patterns = ()
    last_heads: Patterns = ()
    mark_heads: Patterns = ()
    speaking_for: Patterns = ()
    ranks: Patterns = ()
    unsure: Patterns = ()
    posts: Patterns = ()

    # Actions.
    action_marks: Patterns = ()  # before a colon, a dash or, in capitals, alone
    owner_labels: Patterns = ()  # "Owner:", "Responsable :"
    due_labels: Patterns = ()
    told: Patterns = ()  # after a name: what makes it a promise
    done_by: Patterns = ()  # "wird von", "wordt door": before who does it
    named_tasks: Patterns = ()  # a task whose owner is named beside it, its verb at the end
    asked: Patterns = ()  # after a name or a body: somebody is told to do something
    duties: Patterns = ()  # something must be done, nobody is named
    verbs: Patterns = ()  # the words by which a task without a name begins
    not_verbs: Patterns = ()  # words that only look like one of these
    self_told: Patterns = ()  # at the end of a sentence: the one named before does it
    please: Patterns = ()
    pronouns: Patterns = ()  # who was named in the sentence before
    nothing: Patterns = ()  # "no further action", "none"
    everyone: Patterns = ()
    roles: Patterns = ()
    for_whom: Patterns = ()  # "Action items for the secretary"
    done: Patterns = ()

    # Motions and decisions.
    motion_marks: Patterns = ()
    moved: Patterns = ()  # before the mover's name
    moves: Patterns = ()  # after the mover's name
    seconded: Patterns = ()  # before the seconder's name
    seconds: Patterns = ()  # after the seconder's name
    both: Patterns = ()  # before "mover / seconder"
    decision_marks: Patterns = ()
    decided: Patterns = ()  # in a sentence: this was decided
    ruling: Patterns = ()  # words by which an entry under "Decided:" is a rule, not a task
    reported: Patterns = ()  # another body's news, or what was decided long ago
    outcomes: tuple[tuple[str, Patterns], ...] = ()  # tried in order: (one of RESULTS, patterns)
    unanimous: Patterns = ()
    approvals: Patterns = ()  # minutes, agenda, members: approved as a matter of course

    # Dates.
    before_due: Patterns = ()
    urged: Patterns = ()  # those of them that make a sentence about somebody a promise
    relative: dict[str, Patterns] = field(default_factory=dict)  # code (see dates.py) -> patterns

    # Small words.
    and_: Patterns = ()
    not_names: frozenset[str] = frozenset()  # words that begin with a capital and are no name
    titles: Patterns = ()  # before a name: "Councillor", "madame"
    that: Patterns = ()  # by which the words of a motion begin when its mover stands first
    minutes_of: Patterns = ()  # taken off a title to leave the body's name


def phrases(text: str) -> Patterns:
    """Patterns written one after the other, with semicolons between."""
    return tuple(text.split("; "))


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def numbered(text: str, *, first: int) -> dict[str, int]:
    """ "january jan, february feb" -> {"january": 1, "jan": 1, "february": 2, ...}."""
    groups = enumerate(text.split(", "), first)
    return {name: number for number, names in groups for name in names.split()}


def together(first: Words, *others: Words) -> Words:
    """One vocabulary for minutes that mix languages; the first decides where they disagree."""
    merged = {each.name: getattr(first, each.name) for each in fields(Words)}
    for other in others:
        for name, own in merged.items():
            merged[name] = _joined(own, getattr(other, name))
    return Words(**merged)


def _joined(own: object, more: object) -> object:
    if isinstance(own, tuple) and isinstance(more, tuple):
        return own + more
    if isinstance(own, frozenset) and isinstance(more, frozenset):
        return own | more
    if isinstance(own, dict) and isinstance(more, dict):
        return {key: _of_both(own.get(key), more.get(key)) for key in {**own, **more}}
    return own


def _of_both(own: object, more: object) -> object:
    """A number is the first language's; patterns are both's."""
    return (
        own + more
        if isinstance(own, tuple) and isinstance(more, tuple)
        else (more if own is None else own)
    )
