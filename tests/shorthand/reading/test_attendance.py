"""Lists of who was there, in the shapes that people write them."""

import pytest

from lipnet.shorthand.reading import propose

FOUR = {"Amina Okafor": "present", "Ben Whitfield": "present", "Carla Nunez": "present"}
REGRETS = {**FOUR, "Dev Patel": "regrets"}
SHAPES = {
    "on lines with a label": (
        "Present: Amina Okafor (Chair), Ben Whitfield and Carla Nunez\nRegrets: Dev Patel\n",
        REGRETS,
    ),
    "on one line": (
        "Present: Amina Okafor, Ben Whitfield, Carla Nunez; Regrets: Dev Patel\n",
        REGRETS,
    ),
    "below headings": (
        "## Members present\n\n- Amina Okafor\n- Ben Whitfield\n- Carla Nunez\n\n"
        "## Regrets\n\n- Dev Patel\n",
        REGRETS,
    ),
    "numbered below headings": (
        "### Attendance\n\n1. Amina Okafor\n2. Ben Whitfield\n3. Carla Nunez\n",
        FOUR,
    ),
    "in bold, a line each": (
        "**Present**\n\nAmina Okafor\nBen Whitfield\nCarla Nunez\n\n**Regrets**\n\nDev Patel\n",
        REGRETS,
    ),
    "bold labels within lines": (
        "**Attendees:** Amina Okafor, Ben Whitfield, Carla Nunez\n\n**Regrets:** Dev Patel\n",
        REGRETS,
    ),
    "in entries of a list": (
        "- Present: Amina Okafor, Ben Whitfield, Carla Nunez\n- Apologies: Dev Patel\n",
        REGRETS,
    ),
    "with organisations": (
        "Attendance:\n- Amina Okafor, Riverton Library\n- Ben Whitfield - City of Riverton\n"
        "- Carla Nunez (YMCA)\n\nRegrets:\n- Dev Patel, School Board\n",
        REGRETS,
    ),
    "in a table with marks": (
        "| Name | Organization | Present |\n|---|---|---|\n| Amina Okafor | Library | x |\n"
        "| Ben Whitfield | City | x |\n| Carla Nunez | YMCA | P |\n| Dev Patel | Board | R |\n",
        REGRETS,
    ),
    "in a table below a heading": (
        "## Attendees\n\n| Name | Role |\n|---|---|\n| Amina Okafor | Chair |\n"
        "| Ben Whitfield | Member |\n| Carla Nunez | Member |\n",
        FOUR,
    ),
    "in a table of two columns": (
        "| Present | Regrets |\n|---|---|\n| Amina Okafor | Dev Patel |\n| Ben Whitfield |  |\n"
        "| Carla Nunez |  |\n",
        REGRETS,
    ),
    "in a sentence": (
        "In attendance were Amina Okafor, Ben Whitfield and Carla Nunez. Dev Patel sent regrets.\n",
        REGRETS,
    ),
    "counted": (
        "Members present (3): Amina Okafor, Ben Whitfield, Carla Nunez\n",
        FOUR,
    ),
    "with boxes ticked": (
        "## Attendance\n\n- [x] Amina Okafor @amina (Chair)\n- [x] Ms. Ben Whitfield\n"
        "- [x] Carla Nunez\n- [ ] Dev Patel\n",
        {**FOUR, "Dev Patel": "absent"},
    ),
    "counted first": (
        "3 members present: Amina Okafor, Ben Whitfield, Carla Nunez\n",
        FOUR,
    ),
    "handles, one a line": (
        "Members present:\n\namina\nbenw\ncarla\n",
        {"amina": "present", "benw": "present", "carla": "present"},
    ),
    "with handles": (
        "Attendees: Amina Okafor (@amina), Ben Whitfield (@bw), Carla Nunez\n",
        FOUR,
    ),
    "in capitals": (
        "PRESENT: Amina Okafor, Ben Whitfield, Carla Nunez\nABSENT: Dev Patel\n",
        {**FOUR, "Dev Patel": "absent"},
    ),
    "without a heading": (
        "Amina Okafor (Chair)\nBen Whitfield\nCarla Nunez (Treasurer)\n\n1. Welcome\n",
        FOUR,
    ),
    "groups below one heading": (
        "## Attendance\n\n**Voting members:** Amina Okafor, Ben Whitfield\n\n**Staff:** Carla Nunez"
        "\n\n**Regrets:** Dev Patel\n",
        {**REGRETS, "Carla Nunez": "staff"},
    ),
    "an alternate": (
        "Present: Amina Okafor, Ben Whitfield for Dev Patel, Carla Nunez\n",
        FOUR,
    ),
    "ranked and named": (
        "Present:\nChair: Amina Okafor\nVice-Chair: Ben Whitfield\nMembers: Carla Nunez\n",
        FOUR,
    ),
    "in French": (
        "Étaient présents : Amina Okafor, Ben Whitfield et Carla Nunez\nExcusé : Dev Patel\n",
        REGRETS,
    ),
    "in French, inclusive": (
        "Présent·e·s : Amina Okafor, Ben Whitfield, Carla Nunez\nAbsent·e·s : Dev Patel\n",
        {**FOUR, "Dev Patel": "absent"},
    ),
    "in French, below a heading": (
        "## Présences\n\n- Amina Okafor, présidente\n- Ben Whitfield, secrétaire\n- Carla Nunez\n\n"
        "Absences motivées :\n\n- Dev Patel\n",
        REGRETS,
    ),
    "in French, counted": (
        "Membres présents (3) :\n\nAmina Okafor\nBen Whitfield\nCarla Nunez\n\n"
        "Membres représentés (1) : Dev Patel (pouvoir à Amina Okafor)\n",
        {**FOUR, "Dev Patel": "represented"},
    ),
    "in French, in a sentence": (
        "Sont présents à la réunion Amina Okafor, Ben Whitfield et Carla Nunez.\n",
        FOUR,
    ),
    "in Spanish": (
        "Asistentes: Amina Okafor, Ben Whitfield y Carla Nunez\nExcusa su asistencia: Dev Patel\n",
        REGRETS,
    ),
    "in German": (
        "Anwesend: Amina Okafor, Ben Whitfield, Carla Nunez\nEntschuldigt: Dev Patel\n",
        REGRETS,
    ),
    "in Dutch": (
        "Aanwezig: Amina Okafor, Ben Whitfield en Carla Nunez\nAfgemeld: Dev Patel\n",
        REGRETS,
    ),
}
HEADS = {
    "French": "Procès-verbal du comité de liaison du 12 mars 2026\n\n",
    "Spanish": "Acta de la reunión de la junta del 12 de marzo de 2026\n\n",
    "German": "Protokoll der Sitzung vom 12. März 2026\n\n",
    "Dutch": "Notulen van de vergadering van het bestuur op 12 maart 2026\n\n",
}
ENGLISH = "Minutes of the meeting of the Working Group, March 12, 2026\n\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_is_read_in_every_shape(shape):
    written, expected = SHAPES[shape]
    head = next((HEADS[each] for each in HEADS if each in shape), ENGLISH)
    found = propose(head + written + "\nThe meeting was opened at 19:00.\n")
    assert {each.name: each.status for each in found.attendees} == expected
    assert found.date == "2026-03-12"


def test_an_alternate_names_whom_she_stands_for():
    found = propose(ENGLISH + SHAPES["an alternate"][0])
    assert [each.stands_for for each in found.attendees] == ["", "Dev Patel", ""]
