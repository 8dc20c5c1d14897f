"""How tables of tasks are headed and the end of a month is written, in each language."""

from typing import Any

from lipnet.shorthand.reading.words.vocabulary import phrases

# task_heads: of a column of tasks, where another names who and a third by when
# month_ends: before a month's name: its last day is meant
TASKS: dict[str, dict[str, Any]] = {
    "en": {
        "task_heads": phrases(r"what; tasks?; description; items?; activit(?:y|ies)"),
        "month_ends": phrases(r"(?:the )?end of; late"),
    },
    "fr": {
        "task_heads": phrases(r"quoi; taches?; description; activites?; points?; mesures?"),
        "month_ends": phrases(r"(?:la )?fin(?: de| du mois de)?"),
    },
    "es": {
        "task_heads": phrases(r"que; tareas?; descripcion; actividad(?:es)?; asuntos?"),
        "month_ends": phrases(r"(?:a )?final(?:es)? de; fin de"),
    },
    "de": {
        "task_heads": phrases(r"was; aufgaben?; beschreibung; thema; tatigkeit"),
        "month_ends": phrases(r"(?:bis )?(?:zum )?ende"),
    },
    "nl": {
        "task_heads": phrases(r"wat; taken; taak; omschrijving; onderwerp; activiteit(?:en)?"),
        "month_ends": phrases(r"eind(?:e)?(?: van)?"),
    },
}
