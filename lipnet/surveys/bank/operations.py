"""The verbs of the bank: keep a question, word it anew, retire it, take it up again."""

from dataclasses import replace

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import slug
from lipnet.questionnaire import Question, Questionnaire, to_json
from lipnet.questionnaire.expressions import names_in
from lipnet.questionnaire.placing import free
from lipnet.questionnaire.texts import names_piped
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.bank.shelf import find_entry, latest_row
from lipnet.surveys.bank.starter import starter_set, themes
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import SurveyVersion

SAVED = declare("surveys.question_saved", lazy("%(who)s saved a question to the question bank."))
REWORDED = declare(
    "surveys.question_reworded",
    lazy("%(who)s began an own wording of the question %(derived_from)s of the question bank."),
)
RETIRED = declare(
    "surveys.question_retired", lazy("%(who)s retired a question of the question bank.")
)
TAKEN_UP = declare(
    "surveys.question_taken_up", lazy("%(who)s took up a retired question of the question bank.")
)

OWN = "own"


@operation
def save_question(
    version: SurveyVersion, name: str, *, theme: str, why=None, note=None, by
) -> BankQuestion:
    """Keep a question of a questionnaire, with its translations, under its bank_id or a new one.

    A question that came from the bank and was changed becomes the next wording of our own, or,
    if it came with the program, a question of our own that says what it is derived from. Rules
    that name other questions stay behind. Raises Refusal for what nobody answers, for a text that
    holds another answer, for an unknown theme, and if the bank says the same already.
    """
    questionnaire = questionnaire_of(version)
    question = _to_keep(questionnaire, name)
    if theme not in themes():
        raise Refusal(lazy("Choose a theme."), field="theme")
    known = find_entry(question.bank_id) if question.bank_id else None
    bank_id = known.bank_id if known and known.origin == OWN else _new_id(question)
    kept = _alone(questionnaire, replace(question, bank_id=bank_id))
    entry = Entry(bank_id, theme, OWN, kept, why or {}, note or {})
    if known is not None and entry.says_the_same_as(known):
        raise Refusal(lazy("The bank holds this question already, word for word."), field="name")
    row = _keep(entry, known, version=version, by=by)
    record(SAVED, row, by=by, bank_id=bank_id, number=row.number)
    return row


@operation
def reword_question(entry: Entry, label: dict, hint: dict | None = None, *, by) -> BankQuestion:
    """A question of our own with other words, derived from `entry`; its choices stay.

    The languages that were not worded anew keep their old words and are marked as out of date.
    Without a `hint` the old one stays; an empty one takes it away.
    """
    bank_id = free(f"{entry.bank_id}-own", _taken(), "-")
    question = _worded(entry.question, label, hint)
    if (question.label, question.hint) == (entry.question.label, entry.question.hint):
        raise Refusal(lazy("Nothing is worded differently yet."), field="label")
    question = replace(question, bank_id=bank_id)
    states = _states_after(entry, label, hint or {})
    kept = replace(entry.questionnaire, items=(question,), states=states)
    reworded = replace(entry, bank_id=bank_id, origin=OWN, questionnaire=kept, number=1)
    row = _keep(reworded, entry, by=by)
    record(REWORDED, row, by=by, bank_id=bank_id, derived_from=entry.bank_id)
    return row


@operation
def retire_question(entry: Entry, *, by) -> BankQuestion:
    """Offer it no longer; surveys that asked it keep it."""
    if find_entry(entry.bank_id).retired_at is not None:
        raise Refusal(lazy("This question is retired already."))
    row = latest_row(entry.bank_id) or _keep(entry, None, by=by)
    row.retired_at = clock.now()
    row.save(only=["retired_at"])
    record(RETIRED, row, by=by, bank_id=entry.bank_id)
    return row


@operation
def take_up_question(entry: Entry, *, by) -> None:
    """Offer a retired question again; one of the starter set needs no row of its own then."""
    row = latest_row(entry.bank_id)
    if row is None or row.retired_at is None:
        raise Refusal(lazy("This question is not retired."))
    record(TAKEN_UP, row, by=by, bank_id=entry.bank_id)
    if row.origin == OWN:
        row.retired_at = None
        row.save(only=["retired_at"])
    else:
        row.delete_instance()


def _to_keep(questionnaire: Questionnaire, name: str) -> Question:
    question = questionnaire.question(name)
    if question is None or not question.is_answered:
        raise Refusal(lazy("Choose a question that people answer."), field="name")
    if names_piped(question.label, question.hint, question.guidance):
        raise Refusal(
            lazy("The text of this question holds the answer to another, so it cannot be kept."),
            field="name",
        )
    return question


def _alone(questionnaire: Questionnaire, question: Question) -> Questionnaire:
    """The question without what ties it to others, and without files of its version."""
    freed = replace(
        question,
        required=None,
        relevant=None,
        constraint=_by_itself(question.constraint),
        choice_filter=None,
        dynamic_default=None,
        default="",
        trigger=(),
        media={},
        aliases=(),
        source="",
    )
    listed = tuple(replace(choice, media={}) for choice in questionnaire.choices_of(question))
    places = (f"question/{question.name}/", f"choice/{question.list_name}/")
    return Questionnaire(
        title={},
        default_language=questionnaire.default_language,
        languages=tuple(tag for tag in questionnaire.languages if question.label.get(tag)),
        items=(freed,),
        choices={question.list_name: listed} if question.list_name else {},
        states={at: each for at, each in questionnaire.states.items() if at.startswith(places)},
    )


def _by_itself(rule):
    return None if rule is None or names_in(rule.tree) else rule


def _worded(question: Question, label: dict, hint: dict | None) -> Question:
    hints = {} if hint == {} else {**question.hint, **(hint or {})}
    return replace(question, label={**question.label, **label}, hint=hints)


def _states_after(entry: Entry, label: dict, hint: dict) -> dict:
    """Our own words are a person's; what other languages say no longer follows them."""
    states = {at: dict(each) for at, each in entry.questionnaire.states.items()}
    for field, worded in (("label", label), ("hint", hint)):
        old = getattr(entry.question, field)
        changed = {tag for tag, text in worded.items() if text != old.get(tag)}
        if changed:
            at = states.setdefault(f"question/{entry.question.name}/{field}", {})
            at.update({tag: "stale" for tag in old if tag not in worded})
            at.update(dict.fromkeys(changed, "human"))
    return states


def _new_id(question: Question) -> str:
    own = f"{question.bank_id}-own" if question.bank_id else ""
    wanted = own or slug(question.label.get("en", "")) or slug(question.name) or "question"
    return free(wanted, _taken(), "-")


def _taken() -> set[str]:
    rows = BankQuestion.select(BankQuestion.bank_id)
    return {row.bank_id for row in rows} | {entry.bank_id for entry in starter_set()}


def _keep(entry: Entry, known: Entry | None, *, version=None, by) -> BankQuestion:
    same_id = known is not None and known.bank_id == entry.bank_id
    derived = known.derived_from if same_id else (known.bank_id if known else "")
    return BankQuestion.create(
        bank_id=entry.bank_id,
        number=known.number + 1 if same_id else 1,
        theme=entry.theme,
        origin=entry.origin,
        document=to_json(entry.questionnaire),
        why=entry.why or (known.why if known else {}),
        note=entry.note or (known.note if known else {}),
        derived_from=derived,
        version=version,
        created_at=clock.now(),
        created_by=by.id,
    )
