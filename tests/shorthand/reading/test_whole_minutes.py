"""Whole minutes, written for these tests as partnerships write them."""

from pathlib import Path

import pytest

from lipnet.shorthand.reading import propose

FOLDER = Path(__file__).with_name("minutes")
EXPECTED = {
    "council.md": {
        "head": ("en", "2026-02-19", "Riverton Local Immigration Partnership"),
        "people": {"present": 5, "regrets": 2, "staff": 2},
        "decisions": [
            ("Motion to approve the agenda", "C. Nunez", "D. Patel", "carried"),
            ("Motion to approve the minutes", "Grace Lim", "Amina Okafor", "carried"),
            ("Council agreed that the data", "", "", "carried"),
            ("Housing becomes the fifth", "", "", "carried"),
        ],
        "actions": [
            ("Jo to circulate", ("Jo",), "2026-02-27"),
            ("Carla will confirm", ("Carla",), "before the next meeting"),
            ("Draft wording", ("Ben", "Grace"), "2026-03-13"),
            ("Invite the housing help centre", ("Jo",), ""),
            ("Everyone: send comments", ("Everyone",), "2026-03-06"),
        ],
    },
    "concertation.md": {
        "head": ("fr", "2026-02-18", "Partenariat local en immigration de Rivière-Claire"),
        "people": {"present": 4, "absent": 1},
        "decisions": [
            ("L'ordre du jour est adopté", "Ousmane Diallo", "Jean-Guy Roy", "carried"),
            ("2. Adoption du procès-verbal", "Nadia Benali", "Ousmane Diallo", "carried"),
            ("Le comité convient", "", "", "carried"),
        ],
        "actions": [
            ("il relancera", ("Jean-Guy",), "2026-02-28"),
            ("Nadia se charge", ("Nadia",), ""),
            ("Marie la relira", ("Marie",), ""),
            ("Il faudrait aussi vérifier", (), ""),
            ("Réserver le parc", ("Marie",), "2026-03-15"),
            ("Recruter dix bénévoles", ("tous",), ""),
            ("Préparer l'affiche", ("Nadia",), "2026-04-01"),
        ],
    },
    "emploi.txt": {
        "head": ("fr", "2026-03-05", "Groupe de travail Emploi"),
        "people": {"present": 4, "regrets": 1},
        "decisions": [
            ("Le groupe décide de publier", "", "", "carried"),
            ("Le groupe approuve la tenue", "", "", "carried"),
        ],
        "actions": [
            ("OD et LP reliront", ("OD", "LP"), "2026-03-20"),
            ("JGR : envoyer la liste", ("JGR",), ""),
            ("Voir si on peut", ("LP",), ""),
            ("MT - trouver", ("MT",), ""),
            ("OD - réserver", ("OD",), "2026-04-01"),
        ],
    },
    "comite_directeur.md": {
        "head": ("fr", "2026-01-14", "RÉSEAU EN IMMIGRATION FRANCOPHONE DE LA BAIE"),
        "people": {"present": 4, "regrets": 1, "absent": 1},
        "decisions": [
            ("IL EST PROPOSÉ par Bruno", "Bruno Lefebvre", "Chantal Dubé", "carried"),
            ("Après discussion, les membres s'entendent", "", "", "carried"),
            ("Proposée par Denis Arsenault", "Denis Arsenault", "Bruno Lefebvre", "carried"),
            ("Il est convenu qu'Aïcha", "", "", "carried"),
        ],
        "actions": [
            ("Chantal communiquera", ("Chantal",), "la prochaine réunion"),
            ("Bruno vérifiera", ("Bruno",), ""),
            ("Aïcha transmettra", ("Aïcha",), "2026-01-16"),
            ("Farid sera invité", (), ""),
        ],
    },
    "etablissement.txt": {
        "head": ("fr", "2026-02-09", "Conseil d'établissement"),
        "people": {"present": 3, "absent": 1},
        "decisions": [
            ("Il est proposé par M. Tremblay", "Tremblay", "", "carried"),
            ("Il est résolu d'organiser", "", "", "carried"),
            ("Sur proposition de Mme Mendez", "Mendez", "", ""),
        ],
        "actions": [
            ("M. Tremblay communiquera", ("M. Tremblay",), ""),
            ("Mme Mendez préparera", ("Mendez",), ""),
            ("Le secrétariat est mandaté", ("secrétariat",), ""),
            ("La direction y répondra", ("direction",), "2026-02-20"),
        ],
    },
    "asso.md": {
        "head": ("fr", "2026-02-03", "réunion asso"),
        "people": {"present": 5, "regrets": 1},
        "decisions": [
            ("On part sur deux stands", "", "", "carried"),
            ("Budget max 300 € validé", "", "", "carried"),
        ],
        "actions": [
            ("Léa : demander", ("Léa",), ""),
            ("Karim se propose", ("Karim",), ""),
            ("Inès s'en charge", ("Inès",), ""),
            ("Sophie lance un appel", ("Sophie",), ""),
            ("penser à demander", ("Thomas",), ""),
            ("Thomas doit mettre à jour", ("Thomas",), "2026-02-28"),
            ("Quelqu'un doit récupérer", ("Quelqu'un",), ""),
        ],
    },
    "board.md": {
        "head": ("en", "2026-01-21", "BOARD OF DIRECTORS"),
        "people": {"present": 4, "regrets": 1, "guest": 1},
        "decisions": [
            ("That the agenda be adopted", "M. Webb", "T. O'Neil", "carried"),
            ("It was moved by Priya Shah", "Priya Shah", "Tom O'Neil", "carried"),
            ("To accept the third-quarter", "P. Shah", "M. Webb", "carried"),
            ("That the office close early", "T. O'Neil", "", "withdrawn"),
        ],
        "actions": [
            ("P. Shah to bring", ("P. Shah",), ""),
            ("R. Gomes to provide", ("R. Gomes",), ""),
            ("She will circulate", ("R. Gomes",), "2026-01-30"),
        ],
    },
    "settlement.txt": {
        "head": ("en", "2026-03-03", "Settlement Working Group"),
        "people": {"present": 4, "staff": 1, "regrets": 1},
        "decisions": [("focus on tenant rights", "", "", "carried")],
        "actions": [
            ("Jo to invite them", ("Jo",), ""),
            ("Dev will look into", ("Dev",), ""),
            ("Need a lead for volunteers", ("Amina",), ""),
            ("Jo will draft", ("Jo",), "2026-03-06"),
            ("Ben to talk to", ("Ben",), "2026-03-31"),
            ("Invite the shelter", ("Jo",), "2026-03-10"),
            ("Tenant rights flyer", ("Carla", "Dev"), "April meeting"),
        ],
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_whole_minutes_are_read(name):
    text = (FOLDER / name).read_text("utf-8")
    found, expected = propose(text), EXPECTED[name]
    assert (found.language, found.date, found.body) == expected["head"]
    statuses = [each.status for each in found.attendees]
    assert {each: statuses.count(each) for each in set(statuses)} == expected["people"]
    told = [(d.text, d.mover, d.seconder, d.outcome) for d in found.decisions]
    assert begins(told, expected["decisions"])
    assert begins([(a.text, a.owners, a.due) for a in found.actions], expected["actions"])
    for each in (*found.actions, *found.decisions):
        assert text[each.start : each.end].split()[-1] == text[: each.end].split()[-1]


def test_what_was_said_on_a_point_of_the_agenda_counts_and_its_title_does_not():
    head = "# Minutes, 12 March 2026\n\nPresent: Ana Ruiz, Ben Okafor\n\n## Agenda\n\n"
    listed = "1. Approve the budget as presented\n2. Ana to report\n\n"
    said = "### Staff report\n\nAna will call the library. The report was accepted.\n"
    found = propose(head + listed + said)
    assert [each.text for each in found.actions] == ["Ana will call the library."]
    assert [each.text for each in found.decisions] == ["The report was accepted."]


def test_a_proposal_is_told_by_the_resolution_that_follows_it():
    text = "PROPOSAL: publish the guide in May\n\nRESOLUTION: publish the guide in May\n"
    (decision,) = propose(text).decisions
    assert text[: decision.start].endswith("RESOLUTION: ")
    assert (decision.kind, decision.outcome) == ("resolution", "carried")


def begins(told, expected):
    """Whether each is told as expected; of its words only the beginning is compared."""
    return len(told) == len(expected) and all(
        one[0].startswith(other[0]) and one[1:] == other[1:]
        for one, other in zip(told, expected, strict=True)
    )


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Partnership Council, 2024-02-15, 5 pm", "Partnership Council"),
        ("Partnership Council, 15 February 2024, 5:30 p.m.", "Partnership Council"),
        ("Board \u2013 May 3, 2023 \u2013 Library", "Board \u2013 Library"),
        ("Housing and Health, Families", "Housing and Health, Families"),
    ],
)
def test_a_title_without_its_day_and_hour_names_the_body_and_no_more(title, body):
    assert propose(f"# {title}\n\nPresent: Ana Bell, Bo Chan\n").body == body
