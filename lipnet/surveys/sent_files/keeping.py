"""Files stored with an answer, shuffled with it, deleted with it: inside its own transactions."""

import secrets as chance
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import peewee

from lipnet.core import secrets
from lipnet.core.db import db
from lipnet.surveys.models import AnonymousAnswer, Survey, SurveyVersion
from lipnet.surveys.sent_files.kinds import SentFile
from lipnet.surveys.sent_files.models import AnswerFile

MOST_OF_A_SURVEY = 2_000_000_000  # nobody shall fill the disk
MOVED = (
    "INSERT INTO answer_file (key, version_id, slot, media_type, size, settled, content) "
    "SELECT ?, version_id, slot, media_type, size, ?, content FROM answer_file WHERE key = ?"
)


def as_answers(files: Mapping[str, SentFile], submission_id: str) -> dict[str, dict[str, Any]]:
    """What the answers hold of them: one submission gives the same keys, however often sent."""
    return {
        slot: {
            "file": _key(submission_id, slot),
            "type": sent.media_type,
            "size": len(sent.content),
        }
        for slot, sent in files.items()
    }


def store(
    version: SurveyVersion, files: Mapping[str, SentFile], submission_id: str, kept: Mapping
) -> None:
    """Those that the answers still hold when they were checked: what is not asked is not kept."""
    wanted = {answer["file"] for answer in files_in(kept)}
    for slot, sent in files.items():
        key = _key(submission_id, slot)
        if key in wanted:
            AnswerFile.insert(
                key=key,
                version=version,
                slot=slot,
                media_type=sent.media_type,
                size=len(sent.content),
                content=sent.content,
            ).on_conflict_ignore().execute()


def settle(version: SurveyVersion, rows: Iterable[AnonymousAnswer]) -> None:
    """New keys in the order of these rows, which is shuffled: nothing is left of how they came."""
    if not AnswerFile.select().where(AnswerFile.version == version).exists():
        return
    for row in rows:
        for answer in files_in(row.answers):
            fresh = chance.token_hex(32)
            db.execute_sql(MOVED.replace("?", db.obj.param), (fresh, True, answer["file"]))
            AnswerFile.delete().where(AnswerFile.key == answer["file"]).execute()
            answer["file"] = fresh


def remove(answers: Mapping[str, Any]) -> None:
    keys = [answer["file"] for answer in files_in(answers)]
    if keys:
        AnswerFile.delete().where(AnswerFile.key.in_(keys)).execute()


def has_room(survey: Survey, size: int) -> bool:
    query = AnswerFile.select(peewee.fn.SUM(AnswerFile.size)).join(SurveyVersion)
    kept = query.where(SurveyVersion.survey == survey).scalar() or 0
    return kept + size <= MOST_OF_A_SURVEY


def files_in(answers: Any) -> Iterator[dict[str, Any]]:
    """Every answer that is a file, also those inside repeats."""
    if isinstance(answers, dict) and isinstance(answers.get("file"), str) and "size" in answers:
        yield answers
    elif isinstance(answers, Mapping):
        for inside in answers.values():
            yield from files_in(inside)
    elif isinstance(answers, list):
        for inside in answers:
            yield from files_in(inside)


def _key(submission_id: str, slot: str) -> str:
    return secrets.in_use().keyed_hash("file", f"{submission_id}:{slot}")
