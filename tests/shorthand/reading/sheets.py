"""Minutes written for these tests: a line, and what is to be found in it.

Each case is (line, owners, due): owners None means that no action is found in the line. For
decisions (line, outcome, mover, seconder); outcome None means that none is found.
"""

from lipnet.shorthand.reading import propose

FRENCH_HEAD = (
    "# Procès-verbal du comité de liaison, 12 mars 2026\n\n"
    "Présents : Marie Tremblay, Ousmane Diallo, Lucie Paré, Jean-Guy Roy, Nadia Benali\n\n"
    "## Points discutés\n\n"
)
ENGLISH_HEAD = (
    "# Minutes of the Settlement Working Group, 12 March 2026\n\n"
    "Present: Amina Okafor, Ben Whitfield, Carla Nunez, Dev Patel (DP), Joshua Stern\n\n"
    "## Discussion\n\n"
)

FRENCH_ACTIONS = [
    ("ACTION : Marie Tremblay prépare l'ébauche du plan pour le 30 avril.", ["Marie Tremblay"],
     "2026-04-30"),
    ("SUIVI @ousmane d'ici le 15 mai : relancer la commission scolaire", ["ousmane"],
     "2026-05-15"),
    ("À faire : réserver la salle (Lucie)", ["Lucie"], ""),
    ("Ousmane se propose de contacter les employeurs du secteur.", ["Ousmane"], ""),
    ("Lucie Paré s'en chargera d'ici la prochaine réunion.", ["Lucie Paré"],
     "d'ici la prochaine réunion"),
    ("Il faudra relancer la municipalité au sujet du transport.", [], ""),
    ("Nadia enverra la liste des organismes avant le 1er avril.", ["Nadia"], "2026-04-01"),
    ("Jean-Guy va vérifier les chiffres du recensement.", ["Jean-Guy"], ""),
    ("Marie et Ousmane rédigeront la lettre d'appui.", ["Marie", "Ousmane"], ""),
    ("- Rédiger un communiqué sur la semaine de l'immigration (N. Benali)", ["N. Benali"], ""),
    ("- Marie : relancer le bailleur de fonds", ["Marie"], ""),
    ("Demander une soumission à l'imprimeur et comparer les prix.", [], ""),
    ("Le secrétaire est chargé de transmettre la résolution au ministère.", ["secrétaire"], ""),
    ("- [ ] Lucie : mettre à jour le répertoire", ["Lucie"], ""),
    ("La coordonnatrice devra soumettre le rapport au plus tard le 31 mars.",
     ["coordonnatrice"], "2026-03-31"),
    ("Jean-Guy s'occupe de la réservation du gymnase.", ["Jean-Guy"], ""),
    ("Suivi : Nadia s'engage à rencontrer les familles.", ["Nadia"], ""),
    ("Tous les membres feront parvenir leurs disponibilités.", ["Tous les membres"], ""),
    ("Compléter le formulaire de subvention → Ousmane", ["Ousmane"], ""),
    ("Préparer la présentation. Responsable : Lucie Paré.", ["Lucie Paré"], ""),
    ("→ Lucie relance les écoles d'ici le 20 mars", ["Lucie"], "2026-03-20"),
    ("Nadia prépare le budget d'ici la fin du mois.", ["Nadia"], "2026-03-31"),
    # What is no action.
    ("Marie a présenté le budget avant la pause.", None, ""),
    ("Aucune action requise.", None, ""),
    ("Marie présente le rapport d'activités et répond aux questions.", None, ""),
    ("Le financement a été confirmé la semaine dernière.", None, ""),
    ("Faut-il relancer la ville?", None, ""),
    ("Le premier atelier a réuni quarante personnes.", None, ""),
    ("La prochaine rencontre aura lieu le 9 avril.", None, ""),
    ("Suivi : aucun", None, ""),
]  # fmt: skip

FRENCH_DECISIONS = [
    (
        "Il est proposé par Marie Tremblay, appuyé par Ousmane Diallo, d'adopter l'ordre du jour."
        " Adopté à l'unanimité.",
        "carried",
        "Marie Tremblay",
        "Ousmane Diallo",
    ),
    (
        "PROPOSITION : Que le comité appuie la demande.\nP/A : Paré / Roy\nADOPTÉ 5-0-1",
        "carried",
        "Paré",
        "Roy",
    ),
    ("Le comité décide de reporter l'atelier à l'automne.", "tabled", "", ""),
    ("Il est convenu de tenir les rencontres en ligne.", "carried", "", ""),
    ("Le rapport financier est approuvé tel que présenté.", "carried", "", ""),
    ("DÉCISION : le logo actuel est conservé.", "carried", "", ""),
    (
        "Sur proposition de Lucie Paré, appuyée par Nadia Benali, il est résolu que le mandat soit"
        " prolongé. Adoptée à la majorité.",
        "carried",
        "Lucie Paré",
        "Nadia Benali",
    ),
    ("Par consensus, les membres retiennent la date du 9 mai.", "consensus", "", ""),
    (
        "La proposition de Jean-Guy Roy, visant à changer le nom, est rejetée.",
        "defeated",
        "Jean-Guy Roy",
        "",
    ),
    (
        "Il est proposé par madame Lucie Paré\nAppuyé par M. Jean-Guy Roy\n"
        "Et résolu à l'unanimité\nQue le rapport soit déposé.\nAdoptée",
        "carried",
        "Lucie Paré",
        "Jean-Guy Roy",
    ),
    ("Il n'y a pas lieu de renouveler le bail.", "carried", "", ""),
    ("Le comité donne son accord pour la traduction.", "carried", "", ""),
    # What is none of ours.
    ("Le conseil municipal a adopté son budget hier.", None, "", ""),
    ("Marie rapporte que la ville a approuvé le projet.", None, "", ""),
    ("Est-ce que le rapport est adopté?", None, "", ""),
    ("Si le budget est adopté, l'embauche se fera en mai.", None, "", ""),
]

ENGLISH_ACTIONS = [
    ("ACTION: Amina to send the draft to partners by April 30", ["Amina"], "2026-04-30"),
    ("Action item #3 - Ben Whitfield will book the room.", ["Ben Whitfield"], ""),
    ("Carla will follow up with the school board before Friday.", ["Carla"], "2026-03-13"),
    ("- [ ] DP: update the service map", ["DP"], ""),
    ("- [ ] ??: find a venue for the fair", [], ""),
    ("Dev and Joshua to draft the survey questions.", ["Dev", "Joshua"], ""),
    ("TODO @carla share the slides", ["carla"], ""),
    ("Send the letter of support -> Ben", ["Ben"], ""),
    ("- Circulate the terms of reference (Amina)", ["Amina"], ""),
    ("Josh agreed to contact the library.", ["Josh"], ""),
    ("All members to review the plan by the next meeting.", ["All members"],
     "by the next meeting"),
    ("Those who have not replied to please do so.", ["Those who have not replied"], ""),
    ("The coordinator is asked to report back in May.", ["coordinator"], ""),
    ("Staff will prepare a one-page summary.", ["Staff"], ""),
    ("ACTION - Okafor/Patel: meet the mayor's office by 2026-04-15", ["Okafor", "Patel"],
     "2026-04-15"),
    ("Follow-up: C. Nunez to confirm the date", ["C. Nunez"], ""),
    ("- [Carla] Draft the thank-you letter", ["Carla"], ""),
    ("-> Dev to call the printer", ["Dev"], ""),
    ("Please send comments on the plan to the office by March 20.", [], "2026-03-20"),
    # What is no action.
    ("No further action required.", None, ""),
    ("Is any further action required?", None, ""),
    ("Amina gave an update on the newcomer survey.", None, ""),
    ("Welcome to our new partners.", None, ""),
    ("The next meeting will be held on April 9.", None, ""),
    ("Thanks to Ben for hosting.", None, ""),
    ("Ben will be away in April.", None, ""),
    ("Action items: none", None, ""),
    ("We had a call with Carla to talk about transit.", None, ""),
]  # fmt: skip

ENGLISH_DECISIONS = [
    (
        "MOTION: That the minutes of February 12 be approved.\nMoved by Amina Okafor\nSeconded by"
        " Dev Patel\nCARRIED",
        "carried",
        "Amina Okafor",
        "Dev Patel",
    ),
    (
        "Moved by Ben Whitfield, seconded by Carla Nunez, that the budget be adopted. Carried.",
        "carried",
        "Ben Whitfield",
        "Carla Nunez",
    ),
    (
        "Amina moved to accept the report. Joshua seconded. Motion carried unanimously.",
        "carried",
        "Amina",
        "Joshua",
    ),
    (
        "MOTION to move the fair to June\nM/S: Nunez / Stern\nDEFEATED 2-6-1",
        "defeated",
        "Nunez",
        "Stern",
    ),
    ("The group agreed to meet every second month.", "carried", "", ""),
    ("DECISION: keep the current logo", "carried", "", ""),
    ("It was decided that translation comes first.", "carried", "", ""),
    ("RESOLVED that the terms of reference are amended.", "carried", "", ""),
    (
        "On a motion by Carla Nunez, seconded by Ben Whitfield, the agenda was approved.",
        "carried",
        "Carla Nunez",
        "Ben Whitfield",
    ),
    ("The motion to hire a consultant was tabled. Moved by Dev Patel.", "tabled", "Dev Patel", ""),
    (
        "Moved by Councillor Okafor\nSeconded by Councillor Stern\nTHAT the report be received."
        "\nCarried",
        "carried",
        "Okafor",
        "Stern",
    ),
    ("We will use the community hall for the fair.", "carried", "", ""),
    (
        "benw moves that we lease the hall. Seconded by Carla. 7 for, 1 against.",
        "carried",
        "benw",
        "Carla",
    ),
    ("Proposal: close the office in August\nIn favour: 2, opposed: 6", "defeated", "", ""),
    ("MOVED (Okafor/Stern) that the fair be held in June. CARRIED", "carried", "Okafor", "Stern"),
    ("The 2026 budget: approved as presented.", "carried", "", ""),
    ("The committee voted to keep the spring date.", "carried", "", ""),
    # What is none of ours.
    ("Josh agreed to contact the library.", None, "", ""),
    ("We will discuss this again in May.", None, "", ""),
    ("City council approved its budget last week.", None, "", ""),
    ("Ben reported that the province has approved the grant.", None, "", ""),
    ("If the motion is approved, hiring starts in May.", None, "", ""),
    ("Has the budget been approved?", None, "", ""),
]


def actions_in(head: str, line: str):
    return propose(head + line + "\n").actions


def decisions_in(head: str, line: str):
    return propose(head + line + "\n").decisions


OTHER_HEADS = {
    "es": "# Acta de la junta directiva, 12 de marzo de 2026\n\nAsistentes: Ana Ruiz, Luis Gil\n\n",
    "de": "# Protokoll der Vorstandssitzung, 12. März 2026\n\nAnwesend: Anna Roth, Jonas Beck\n\n",
    "nl": "# Notulen bestuursvergadering, 12 maart 2026\n\nAanwezig: Anna de Vries, Joris Bos\n\n",
}
OTHER_ACTIONS = [
    ("es", "Ana se encargará de reservar la sala.", ["Ana"], ""),
    ("es", "Hay que renovar el dominio antes del 30 de abril.", [], "2026-04-30"),
    ("es", "Tarea (Luis) -> escribir al banco", ["Luis"], ""),
    ("es", "- Ana: preparar el presupuesto", ["Ana"], ""),
    ("es", "Luis enviará las facturas a la gestoría.", ["Luis"], ""),
    ("es", "Actualizar la web → Ana", ["Ana"], ""),
    ("es", "Ana cuenta cómo fue el encuentro.", None, ""),
    ("de", "Jonas kümmert sich um den Raum.", ["Jonas"], ""),
    ("de", "TODO: Anna schreibt die Einladung bis 30. April", ["Anna"], "2026-04-30"),
    ("de", "- [ ] Jonas: Getränke bestellen", ["Jonas"], ""),
    ("de", "Aufgabe: Plakate drucken (Anna)", ["Anna"], ""),
    ("de", "Der Bericht war kurz.", None, ""),
    ("nl", "Actie: Joris regelt de zaal voor 30 april", ["Joris"], "2026-04-30"),
    ("nl", "Anna stuurt de uitnodiging rond.", ["Anna"], ""),
    ("nl", "- [ ] Joris: drankjes bestellen", ["Joris"], ""),
    ("nl", "Het verslag was kort.", None, ""),
]
OTHER_DECISIONS = [
    ("es", "Se aprueba por unanimidad el presupuesto.", "carried"),
    ("es", "Acuerdan:\n\n- Aplazar la compra.\n", "tabled"),
    ("es", "El ayuntamiento aprueba las ayudas.", None),
    ("de", "Der Antrag wird einstimmig angenommen.", "carried"),
    ("de", "Beschluss: Die Beiträge bleiben gleich.", "carried"),
    ("de", "Der Stadtrat hat den Plan beschlossen.", None),
    ("nl", "Het bestuur besluit om de contributie te verhogen.", "carried"),
    ("nl", "De begroting wordt goedgekeurd.", "carried"),
    ("nl", "De gemeenteraad heeft het plan goedgekeurd.", None),
]
