"""The minutes taken away as a Word file or a PDF."""

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.papers import answer
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, meeting_to_see
from lipnet.meetings.manage import bp
from lipnet.meetings.minuting.reading import minutes_for
from lipnet.meetings.papers import minutes_paper


@bp.route("/<int:meeting_id>/minutes/in/<tag>.<kind>")
@requires(Can.SEE_MEETINGS)
def minutes_file(meeting_id: int, tag: str, kind: str):
    """In a language that the whole program speaks: its words stand around the texts."""
    found = meeting_to_see(meeting_id)
    if tag not in i18n.whole_catalogues():
        raise NotFound
    with i18n.speaking(tag):
        return answer(minutes_paper(found, minutes_for(me(), found)), kind)


@bp.app_template_global("paper_languages")
def paper_languages(document: dict) -> list[languages.Language]:
    """The reader's own language, and those in which the minutes say something."""
    texts = [document["notes"], *(item["notes"] for item in document["agenda"])]
    texts += [item["title"] for item in document["agenda"]]
    texts += [
        line["text"]
        for kind in ("motions", "between", "decisions", "actions")
        for line in document.get(kind, [])
    ]
    written = {tag for text in texts for tag, said in text.items() if said}
    own = i18n.language().tag
    others = [tag for tag in i18n.whole_catalogues() if tag in written and tag != own]
    return [languages.get(tag) for tag in (own, *others)]
