"""Which answers are texts to be read, and which of them may be quoted."""

import pytest

from lipnet.questionnaire import Group, Question, Questionnaire
from lipnet.questionnaire.open_answers import may_be_quoted, open_questions

WISH = Question("wish", "text")
MAIL = Question("mail", "text", role="identity")
DRAW = Question("draw", "text", role="draw_contact")
AREA = Question("area", "text", appearance=("postal-area",))
AGREE = Question("agree", "acknowledge", role="quote_consent")
CHOOSE = Question("choose", "select_one", list_name="yes_no", role="quote_consent")


def asking(*items) -> Questionnaire:
    return Questionnaire(title={"en": "Classes"}, items=items)


def test_open_are_texts_about_the_topic_asked_once():
    child = Group("children", items=(Question("name", "text"),), repeat=True)
    page = Group("page", items=(Question("why", "text"),))
    found = open_questions(asking(WISH, MAIL, DRAW, AREA, AGREE, child, page))
    assert [each.name for each in found] == ["wish", "why"]


@pytest.mark.parametrize(
    ("items", "answers", "may"),
    [
        ((WISH,), {"wish": "A garden"}, False),
        ((WISH, AGREE), {"wish": "A garden"}, False),
        ((WISH, AGREE), {"agree": None}, False),
        ((WISH, AGREE), {"agree": "OK"}, True),
        ((WISH, CHOOSE), {"choose": "yes"}, True),
        ((WISH, CHOOSE), {"choose": "no"}, False),
        ((WISH, CHOOSE), {"choose": {"declined": "prefer_not"}}, False),
        ((AGREE, CHOOSE), {"agree": "OK", "choose": "no"}, False),
        ((Question("agree", "text", role="quote_consent"),), {"agree": "OK"}, False),
    ],
)
def test_quoted_may_be_who_was_asked_and_agreed(items, answers, may):
    assert may_be_quoted(asking(*items), answers) is may
