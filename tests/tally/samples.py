"""A small questionnaire and ways to make answers to it."""

import datetime
from collections import Counter

from hypothesis import strategies as st

from lipnet.tally import Question, Shape, Tally, marks_of

SHAPE = Shape(
    (
        Question("status", "one", ("pr", "refugee", "student")),
        Question("services", "many", ("job", "language", "health")),
        Question("age", "number"),
        Question("rent", "number", step=50),
        Question("arrived", "date"),
        Question("wish", "text"),
    )
)
LANGUAGES = ("en", "fr", "ar")
MODES = ("web", "kiosk", "paper")
DAY = datetime.date(2026, 7, 1)


def counted(*documents, shape=SHAPE):
    about = {"language": "en", "mode": "web", "day": DAY}
    return sheet_of([{"answers": document, **about} for document in documents], shape)


blank = st.sampled_from([None, "", []])
documents = st.fixed_dictionaries(
    {},
    optional={
        "status": blank | st.sampled_from(["pr", "refugee", "student"]),
        "services": blank | st.lists(st.sampled_from(["job", "language", "health"]), max_size=3),
        "age": blank | st.integers(-5, 120) | st.decimals(0, 120, places=2),
        "rent": blank | st.integers(0, 5000) | st.floats(0, 5000),
        "arrived": blank | st.dates().map(datetime.date.isoformat),
        "wish": blank | st.text(max_size=3),
    },
)
responses = st.fixed_dictionaries(
    {
        "answers": documents,
        "language": st.sampled_from(LANGUAGES),
        "mode": st.sampled_from(MODES),
        "day": st.dates(DAY, DAY + datetime.timedelta(days=20)),
    }
)

batches = st.lists(responses, max_size=15)


def sheet_of(batch, shape=SHAPE):
    """The counts of a batch, made mark by mark."""
    return Tally(shape, Counter(mark for one in batch for mark in marks_of(shape, **one)))
