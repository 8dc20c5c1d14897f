"""The letter that the council is asked to sign, as a file made by the program's own press."""

from lipnet.core.brought import Brought, file_brought
from lipnet.demo.texts import both
from lipnet.press import Document, Heading, Paragraph, as_pdf, says

FILE = "letter-lettre.pdf"
TITLE = ("Open in the evening", "Ouvertes en soirée")
LINES = (
    (
        "To the Mayor and Council of Cedarmouth",
        "À la mairie et au conseil municipal de Cedarmouth",
    ),
    (
        "The libraries ask that two branches stay open until nine on Tuesdays and Thursdays. Most "
        "people who learn a language here work by day; in the evening they find the doors closed.",
        "Les bibliothèques demandent que deux succursales restent ouvertes jusqu'à 21 h les mardis "
        "et jeudis. La plupart des gens qui apprennent une langue ici travaillent le jour ; le "
        "soir, ils trouvent porte close.",
    ),
    (
        "A class, a quiet table and a printer need no new building, only somebody at the desk.",
        "Un cours, une table tranquille et une imprimante n'exigent aucun nouveau bâtiment, "
        "seulement quelqu'un au comptoir.",
    ),
    ("Cedarmouth Public Library", "Bibliothèque publique de Cedarmouth"),
)


def letter_of_the_libraries() -> Brought:
    title, lines = both(*TITLE), [both(*line) for line in LINES]
    blocks = [
        block
        for tag in title
        for block in (
            Heading(1, says(title[tag]), tag),
            *(Paragraph(says(line[tag]), lang=tag) for line in lines),
        )
    ]
    paper = Document(" / ".join(title.values()), "en", blocks)
    return file_brought(FILE, as_pdf(paper))
