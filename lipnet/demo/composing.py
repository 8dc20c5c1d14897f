"""The annual reports composed: last year's in both languages, this year's with blanks."""

from lipnet.demo.texts import both
from lipnet.plans.models import ActionPlan
from lipnet.reports import operations as reports
from lipnet.reports.composing import operations as composing
from lipnet.reports.composing.approving import standings_of
from lipnet.reports.composing.blanks import lines_of

CHAPTERS = {
    "who_we_are": (
        "The partnership brings together the City, settlement agencies, schools, clinics, "
        "employers and people who came here themselves. It delivers no services: it plans "
        "together, and it asks and answers.",
        "Le partenariat réunit la Ville, les organismes d'établissement, les écoles, les "
        "cliniques, des employeurs et des personnes venues s'établir ici. Il n'offre aucun "
        "service : il planifie en commun, il demande et il répond.",
    ),
    "highlights": (
        "A map in six languages, a renting desk in the evening, and a survey that was answered.",
        "Une carte en six langues, un comptoir du logement en soirée, et un sondage auquel on a "
        "répondu.",
    ),
    "finances": (
        "Most of it is work that partners give. The rest comes from the agreement.",
        "L'essentiel est du travail offert par les partenaires. Le reste vient de l'entente.",
    ),
    "next_year": (
        "The renting desk stays open, evening classes begin, and we go on asking for a later bus.",
        "Le comptoir du logement reste ouvert, les cours du soir commencent, et nous continuons de "
        "demander un autobus plus tardif.",
    ),
}
PARTS = {
    "map": "led", "landlords": "led", "diplomas": "led", "survey": "led", "offer": "contributed",
    "interpreters": "contributed", "reports": "led", "kitchens": "supported", "desk": "led",
    "evening_class": "contributed", "late_bus": "supported",
}  # fmt: skip
ENOUGH = {"highlights": 4}
PLAIN = {
    "en": "This year we asked how life is here, and many of you answered. We opened a desk for "
    "people who rent. We made a map in six languages. Evening classes are late. Thank you.",
    "fr": "Cette année, nous avons demandé comment on vit ici, et vous avez été nombreux et "
    "nombreuses à répondre. Nous avons ouvert un comptoir pour les locataires. Nous avons fait une "
    "carte en six langues. Les cours du soir sont en retard. Merci.",
    "ar": "سألنا هذا العام كيف هي الحياة هنا، وأجاب كثيرون منكم. فتحنا مكتبًا للمستأجرين. أعددنا "
    "خريطة بست لغات. تأخرت الصفوف المسائية. شكرًا لكم.",
    "es": "Este año preguntamos cómo es la vida aquí y muchas personas respondieron. Abrimos una "
    "oficina para quienes alquilan. Hicimos un mapa en seis idiomas. Las clases de tarde se "
    "retrasan. Gracias.",
}  # fmt: skip


def compose_last_year(scene) -> None:
    for name, words in CHAPTERS.items():
        composing.write_chapter(scene.report, name, both(*words), by=scene.noor)
    _approve(scene, scene.report)
    keys = {action.id: key for key, action in scene.actions.items()}
    parts = {f"line-{one.id}": PARTS[keys[one.action_id]] for one in lines_of(scene.report)}
    shown = [one for one in standings_of(scene.report) if one.chapter == "indicators"]
    parts |= {one.key: "contributed" for one in shown if one.approved}
    composing.say_parts(scene.report, parts, by=scene.noor)


def tell_plainly(scene) -> None:
    """English and French are signed, Spanish is a draft, Arabic a draft of a machine."""
    for language, text in PLAIN.items():
        origin = "machine" if language == "ar" else "human"
        summary = composing.write_summary(
            scene.report, language, text, origin=origin, by=scene.noor
        )
        if language in ("en", "fr"):
            composing.sign_summary(summary, by=scene.people["aurelie"])


def begin_this_year(scene) -> None:
    """Begun from the plan: one chapter is written, the figures are approved, the rest is blank."""
    report = reports.compile_report(ActionPlan.of_year(scene.days.this_year), by=scene.noor)
    composing.write_chapter(report, "who_we_are", both(*CHAPTERS["who_we_are"]), by=scene.noor)
    _approve(scene, report, "figures")


def _approve(scene, report, *chapters: str) -> None:
    standings = standings_of(report)
    for chapter in chapters or dict.fromkeys(one.chapter for one in standings):
        here = [one for one in standings if one.chapter == chapter]
        chosen = {one.key: {one.digest_now} for one in here[: ENOUGH.get(chapter)]}
        composing.approve_facts(report, chapter, chosen, by=scene.noor)
