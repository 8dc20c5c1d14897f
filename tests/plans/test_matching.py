"""Which priority a source is likest to, in either language, and the words that say why."""

from lipnet.plans.compiling.matching import ANY, Matcher, Target, groups, shared

TARGETS = [
    Target("care", {"en": "Child care during classes", "fr": "Garde d'enfants pendant les cours"}),
    Target("homes", {"en": "Homes people can afford", "fr": "Des logements abordables"}),
]


def test_the_reason_is_what_both_texts_say_in_the_words_of_the_source():
    found = Matcher(TARGETS).suggest({"en": "Three of four ask for child care near the school."})
    assert (found.place, found.words) == ("care", ("child care",))
    assert shared("Les cours du soir", "Un cours, le soir") == ("cours du soir",)


def test_a_text_in_one_language_finds_what_is_written_in_it_and_one_of_none_finds_either():
    matcher = Matcher(TARGETS)
    assert matcher.suggest({"fr": "Le logement abordable manque."}).place == "homes"
    assert matcher.suggest({ANY: "Le logement abordable manque."}).place == "homes"
    assert matcher.suggest({"uk": "Житло"}) is None


def test_the_reason_is_told_in_the_language_being_spoken_if_there_is_one():
    both = {"en": "Homes to afford", "fr": "Logements abordables ici"}
    matcher = Matcher(TARGETS)
    assert matcher.suggest(both, "en").words == ("Homes to afford",)
    assert matcher.suggest(both, "fr").words == ("Logements abordables",)


def test_words_that_say_nothing_are_no_reason():
    assert Matcher(TARGETS).suggest({"en": "What people would need from their partnership"}) is None


def test_a_weak_word_alone_is_no_reason_and_beside_another_it_is():
    rides = Matcher([Target("rides", {"en": "Shared rides home from the late shift"})])
    assert rides.suggest({"en": "The work is shared in the office"}) is None
    assert rides.suggest({"en": "A second employer for shared rides"}).words == ("shared rides",)


def test_texts_that_speak_of_one_matter_stand_together_whatever_language_shows_it():
    texts = [
        {"en": "Run a later bus on route 14"},
        {"en": "Buy thirty chairs", "fr": "Acheter trente chaises"},
        {"en": "A later bus should run on route 14", "fr": "Un autobus plus tardif"},
        {"fr": "Acheter trente chaises pliantes"},
    ]
    assert groups(texts) == [[0, 2], [1, 3]]
    assert groups([]) == []
