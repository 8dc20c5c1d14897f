"""Where the pages of one language lead: for people with an account, and for who came by a link."""

from dataclasses import dataclass

from flask import url_for

from lipnet.core import i18n
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.models import TranslationDoor


@dataclass(frozen=True)
class StaffWays:
    """`leads`: the coordinator, who also adds languages and asks people."""

    survey: Survey
    tag: str
    leads: bool = False
    door: None = None

    def to(self, page: str, /, **asked) -> str:
        place = {"slug": self.survey.slug, "tag": self.tag}
        return url_for(f"workshop.{page}", **place, **asked)


@dataclass(frozen=True)
class LinkWays:
    """The same pages by a link; the language of the buttons goes along in the address."""

    token: str
    door: TranslationDoor
    leads: bool = False

    @property
    def survey(self) -> Survey:
        return self.door.survey

    @property
    def tag(self) -> str:
        return self.door.language

    def to(self, page: str, /, **asked) -> str:
        spoken = {"lang": i18n.language().tag, **asked}
        return url_for(f"workshop_public.{page}", token=self.token, **spoken)
