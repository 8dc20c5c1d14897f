"""Two waves side by side: what changed, and what breaks the comparison."""

from dataclasses import replace

from lipnet.questionnaire import Choice, Question, Questionnaire, editing
from lipnet.questionnaire.comparing import CHANGE_CODES, compare

AGE = Question("age", "integer", {"en": "How old are you?", "fr": "Quel âge avez-vous?"})
HAPPY = Question("happy", "select_one", {"en": "Are you happy here?"}, list_name="scale")
WISH = Question("wish", "text", {"en": "Your wish?"}, bank_id="wish-1")
SCALE = (Choice("low", {"en": "No"}), Choice("mid", {"en": "So so"}), Choice("high", {"en": "Yes"}))
FORMER = Questionnaire(
    {"en": "T"}, languages=("en", "fr"), items=(AGE, HAPPY, WISH), choices={"scale": SCALE}
)


def found(now):
    """name -> codes of its changes; every change says what its code promises."""
    comparison = compare(FORMER, now)
    for pair in comparison.pairs:
        for change in pair.changes:
            assert set(change.particulars) == set(CHANGE_CODES[change.code][1])
    return {pair.now.name: [c.code for c in pair.changes] for pair in comparison.changed}


def with_question(name, **changes):
    return editing.change(FORMER, name, replace(FORMER.question(name), **changes))


def test_the_same_questionnaire_has_no_difference():
    assert compare(FORMER, FORMER).is_same


def test_new_and_removed_questions_are_listed():
    now = editing.add(editing.remove(FORMER, "wish"), Question("hope", "text"))
    comparison = compare(FORMER, now)
    assert [q.name for q in comparison.added] == ["hope"]
    assert [q.name for q in comparison.removed] == ["wish"]


def test_new_words_in_one_language_only_are_pointed_at():
    now = with_question("age", label={"en": "Your age?", "fr": AGE.label["fr"]})
    assert found(now) == {"age": ["reworded", "reworded_in_some"]}
    pair = compare(FORMER, now).changed[0]
    assert pair.breaks
    assert pair.changes[1].particulars == {"tags": ("en",), "others": ("fr",)}


def test_marks_and_spaces_are_no_other_words():
    assert found(with_question("wish", label={"en": "**Your**  wish?"})) == {}


def test_a_translation_added_breaks_nothing():
    now = with_question("wish", label={"en": "Your wish?", "fr": "Votre souhait?"})
    assert found(now) == {"wish": ["translated"]}
    assert not compare(FORMER, now).changed[0].breaks


def test_another_kind_is_told_and_not_its_choices():
    assert found(with_question("happy", type="text")) == {"happy": ["type_changed"]}


def test_a_reversed_a_shuffled_and_a_longer_scale_are_told_apart():
    assert found(editing.set_choices(FORMER, "scale", SCALE[::-1])) == {"happy": ["scale_reversed"]}
    shuffled = (SCALE[1], SCALE[0], SCALE[2])
    assert found(editing.set_choices(FORMER, "scale", shuffled)) == {"happy": ["choices_reordered"]}
    longer = (*SCALE, Choice("top", {"en": "Very"}))
    assert found(editing.set_choices(FORMER, "scale", longer)) == {"happy": ["choice_added"]}
    assert found(editing.set_choices(FORMER, "scale", SCALE[:2])) == {"happy": ["choice_removed"]}


def test_a_choice_in_other_words_is_told():
    other = (replace(SCALE[0], label={"en": "Not at all"}), *SCALE[1:])
    assert found(editing.set_choices(FORMER, "scale", other)) == {"happy": ["choice_reworded"]}


def test_a_question_behind_a_new_filter_is_asked_of_others():
    assert found(editing.set_rule(FORMER, "wish", "relevant", "${age} > 17")) == {
        "wish": ["asked_of_others"]
    }
    grouped = editing.group(FORMER, ["happy", "wish"], "grown")
    ruled = editing.set_rule(grouped, "grown", "relevant", "${age} > 17")
    assert found(ruled) == {"happy": ["asked_of_others"], "wish": ["asked_of_others"]}


def test_a_new_name_is_the_same_question_and_its_rules_are_unchanged():
    ruled = editing.set_rule(FORMER, "wish", "relevant", "${age} > 17")
    now = editing.rename(ruled, "age", "years")
    comparison = compare(ruled, now)
    assert [(p.now.name, [c.code for c in p.changes]) for p in comparison.changed] == [
        ("years", ["renamed"])
    ]


def test_a_question_of_the_bank_is_known_under_any_name():
    other = Question("dream", "text", {"en": "Your wish?"}, bank_id="wish-1")
    now = editing.add(editing.remove(FORMER, "wish"), other)
    assert found(now) == {"dream": ["renamed"]}


def test_only_what_moved_is_said_to_have_moved():
    assert found(editing.place(FORMER, "wish", "age", "before")) == {"wish": ["moved"]}


def test_what_must_be_answered_or_may_be_refused_is_told():
    assert found(editing.set_rule(FORMER, "age", "required", "true()")) == {"age": ["now_required"]}
    assert found(with_question("age", declines=("prefer_not",))) == {"age": ["refusals_changed"]}
