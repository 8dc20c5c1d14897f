"""What was heard is written down, and becomes a finding."""

from lipnet import languages
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.engagement.models import Engagement, Heard
from lipnet.evidence.models import Finding
from lipnet.evidence.operations import note_outside_finding

HEARD = declare("engagement.heard", lazy("%(who)s wrote down what was heard."))
TAKEN_BACK = declare("engagement.heard_removed", lazy("%(who)s removed something that was heard."))
FOUND = declare("engagement.found", lazy("%(who)s made what was heard a finding."))
LONGEST = 400  # of a finding's statement


@operation
def hear(
    engagement: Engagement, *, text: str, language: str, translation: dict | None = None, by
) -> Heard:
    """Keep one sentence in the words it was said in, and its translations {tag: text}.

    Raises Refusal without words, in an unknown language, or before the engagement took place.
    """
    text = text.strip()
    if not text:
        raise Refusal(lazy("Write down what was said."), field="text")
    if len(text) > LONGEST:
        raise Refusal(
            lazy("Please keep this under %(most)s characters.", most=LONGEST), field="text"
        )
    if languages.find(language) is None:
        raise Refusal(lazy("Choose the language it was said in."), field="language")
    if engagement.is_planned:
        raise Refusal(lazy("It is still to come, so nothing was heard yet."))
    kept = {tag: said for tag, said in (translation or {}).items() if said and tag != language}
    heard = Heard.create(engagement=engagement, text=text, language=language, translation=kept)
    record(HEARD, engagement, by=by)
    return heard


@operation
def take_back_heard(heard: Heard, *, by) -> None:
    """Remove a sentence; refused once a finding rests on it."""
    if hold(heard).finding_id:
        raise Refusal(lazy("A finding was made of this. Withdraw or correct it on its own page."))
    record(TAKEN_BACK, heard.engagement, by=by)
    heard.delete_instance()


@operation
def find_from(heard: Heard, *, by) -> Finding:
    """Make what was heard a finding whose source is the engagement; it can be done once."""
    if hold(heard).finding_id:
        raise Refusal(lazy("This is a finding already."))
    engagement = heard.engagement
    finding = note_outside_finding(
        heard.statement,
        source=plain(engagement.title),
        place=engagement.place,
        found_on=engagement.to_on,
        by=by,
    )
    tie(finding, engagement, by=by)
    heard.finding = finding
    heard.save(only=[Heard.finding])
    record(FOUND, engagement, by=by, finding=finding.id)
    return finding
