"""The annual report of the year that is over: compiled, put into words, published."""

from lipnet.demo.texts import both
from lipnet.reports import operations as reports

# action: (done in English, in French, what changed in English, in French)
LINES = {
    "map": (
        "4,000 maps printed and handed out at 31 places; online in six languages.",
        "4 000 cartes imprimées et remises dans 31 lieux ; en ligne en six langues.",
        "Fewer people are sent on: the library counts half as many questions of where to go.",
        "On renvoie moins de gens ailleurs : à la bibliothèque, deux fois moins de questions "
        "d'orientation.",
    ),
    "landlords": (
        "Nine of the ten largest landlords were met.",
        "Neuf des dix plus grands propriétaires ont été rencontrés.",
        "Four accept, in writing, two months' rent in advance instead of a Canadian guarantor.",
        "Quatre acceptent par écrit deux mois de loyer d'avance au lieu d'un garant canadien.",
    ),
    "diplomas": (
        "Five evenings instead of four, 96 people.",
        "Cinq soirées au lieu de quatre, 96 personnes.",
        "31 people have sent their papers for assessment.",
        "31 personnes ont envoyé leurs documents pour évaluation.",
    ),
    "survey": (
        "Newcomers answered in six languages, on the web, on paper and at desks.",
        "On a répondu en six langues, sur le Web, sur papier et aux comptoirs.",
        "The council decided on what was said within four months, and tells so publicly.",
        "Le conseil a pris des décisions dans les quatre mois et en rend compte publiquement.",
    ),
    "offer": (
        "Twenty-three people trained at nine counters.",
        "Vingt-trois personnes formées, à neuf comptoirs.",
        "Nine counters now greet in both languages.",
        "Neuf comptoirs accueillent maintenant dans les deux langues.",
    ),
    "interpreters": (
        "Three of five clinics agreed on one booking line.",
        "Trois cliniques sur cinq ont convenu d'une seule ligne de réservation.",
        "At three clinics an interpreter can be had within a day.",
        "Dans trois cliniques, on obtient un interprète en une journée.",
    ),
    "reports": (
        "A draft was tried with two groups.",
        "Une ébauche a été essayée avec deux groupes.",
        "Instead of a form of our own, a page in six languages leads to those who can act.",
        "Au lieu d'un formulaire, une page en six langues oriente vers qui peut agir.",
    ),
    "kitchens": (
        "Three evenings, about 140 people, eleven dishes.",
        "Trois soirées, environ 140 personnes, onze plats.",
        "One of them goes on every month without us.",
        "L'une d'elles continue chaque mois sans nous.",
    ),
    "desk": (
        "Open on two evenings a week since the middle of January; 198 visits by the end of March.",
        "Ouvert deux soirs par semaine depuis la mi-janvier ; 198 visites à la fin de mars.",
        "Eleven deposits that should not have been asked for were paid back.",
        "Onze dépôts demandés à tort ont été remboursés.",
    ),
    "evening_class": (
        "Rooms and teachers were found for two classes.",
        "Les salles et le personnel enseignant ont été trouvés pour deux classes.",
        "Nothing yet for those who wait.",
        "Rien encore pour celles et ceux qui attendent.",
    ),
    "late_bus": (
        "Cedarmouth Transit costed three more trips a night.",
        "Transports Cedarmouth a établi le coût de trois départs de plus par soir.",
        "The transit board has had to consider it; it has not said yes.",
        "La régie des transports en a été saisie ; elle n'a pas dit oui.",
    ),
}

MESSAGE = (
    "This report says what we planned, what was done and what was not. Eight of eleven actions are "
    "done. Two go on, one we dropped, and each time we say why. Most of what is new in it began "
    "with an answer somebody gave in May, on a phone, on paper or at a desk. Thank you. We have "
    "tried to deserve it.",
    "Ce rapport dit ce que nous avions prévu, ce qui a été fait et ce qui ne l'a pas été. Huit des "
    "onze actions sont terminées. Deux se poursuivent, une a été abandonnée, et nous disons chaque "
    "fois pourquoi. L'essentiel de ce qu'il y a de neuf est né d'une réponse donnée en mai, sur "
    "un téléphone, sur papier ou à un comptoir. Merci. Nous avons tâché d'en être dignes.",
)


def compile_it(scene) -> None:
    year = scene.days.last_year
    report = reports.compile_report(scene.plans[year], by=scene.noor)
    reports.describe_report(
        report,
        title=both(
            "Annual report {first}–{last}",
            "Rapport annuel {first}–{last}",
            first=str(year),
            last=str(year + 1),
        ),
        message=both(*MESSAGE),
        by=scene.noor,
    )
    keys = {action.id: key for key, action in scene.actions.items()}
    for line in report.in_order():
        done, fait, changed, change = LINES[keys[line.action_id]]
        reports.edit_line(
            line,
            done=both(done, fait),
            changed=both(changed, change),
            status=line.status,
            reason=line.reason,
            by=scene.noor,
        )
    scene.report = report


def publish(scene) -> None:
    reports.publish_report(scene.report, by=scene.noor)
