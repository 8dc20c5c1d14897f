"""Many more people answer the same survey: too many for one browser, so they are sent at once.

Started by surveying.answer_for_others() as a process of its own, beside the server.
"""

import json
import sys
from uuid import UUID

from lipnet import create_app
from lipnet.core import clock
from lipnet.core.config import load
from lipnet.core.db import db
from lipnet.questionnaire import Moment
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import submit_response


def send(config: str, slug: str, everybody: list[dict]) -> None:
    create_app(load(config))
    with db.connection_context():
        version = Survey.get(Survey.slug == slug).published_version
        for number, answers in enumerate(everybody):
            submit_response(
                version,
                submission_id=UUID(int=number + 1).hex,
                answers={name: _as_sent(given) for name, given in answers.items()},
                language="ar",
                moment=Moment(clock.today(), clock.now(), number),
            )


def _as_sent(given):
    return given if isinstance(given, list) else str(given)


if __name__ == "__main__":
    send(sys.argv[1], sys.argv[2], json.load(sys.stdin))
