"""The pictures of docs/screenshots: which page, in which language, on which device."""

from typing import NamedTuple

PHONE, DESK = (360, 740), (1280, 720)


class Shot(NamedTuple):
    """One picture: `path` opened in `language`; `to` is followed or scrolled to before it."""

    name: str
    path: str
    language: str = "en"
    size: tuple[int, int] = DESK
    scheme: str = "light"
    to: str = ""


SHOTS = (
    Shot("home", "/"),
    Shot("home", "/", size=PHONE, scheme="dark"),
    Shot("start", "/start", "ar", PHONE),
    Shot("surveys", "/surveys", "fr"),
    Shot("results", "/surveys/{closed}/results", to=".question-result"),
    Shot("results", "/surveys/{closed}/results", "ar", PHONE, to=".question-result"),
    Shot("groups", "/surveys/{closed}/results/groups?q=housing&by=@language", to=".said"),
    Shot("evidence", "/evidence"),
    Shot("editor", "/surveys/belonging/versions/3/edit/belonging_community"),
    Shot("editor", "/surveys/belonging/versions/3/edit", size=PHONE, scheme="dark"),
    Shot("editor", "/surveys/belonging/versions/3/edit", "ar"),
    Shot("workshop", "/surveys/belonging/languages/ti"),
    Shot("workshop", "/surveys/belonging/languages", "fr", PHONE),
    Shot("workshop", "/surveys/belonging/languages/ar", "ar", DESK, "dark"),
    Shot("bank", "/question-bank", "fr", PHONE),
    Shot("finding", "/evidence/5"),
    Shot("meeting", "/meetings/2", size=PHONE),
    Shot("recording", "/meetings/{coming}/recording"),
    Shot("recording", "/meetings/{coming}/recording", "fr", PHONE),
    Shot("dossier", "/meetings/{coming}/mine", "fr", PHONE),
    Shot("bringing", "/meetings/bringing/{brought}"),
    Shot("minutes", "/meetings/2/minutes", "fr"),
    Shot("decisions", "/meetings/decisions", "ar", PHONE, "dark"),
    Shot("group", "/groups/partnership-council"),
    Shot("call", "/nominations/calls/2", "fr", PHONE),
    Shot("plan", "/plans/"),
    Shot("plan", "/plans/", "fr", PHONE),
    Shot("plan", "/plans/", "ar", DESK, "dark"),
    Shot("compiler", "/plans/{year}/sources"),
    Shot("compiler", "/plans/{year}/sources", "fr", PHONE),
    Shot("compiler", "/plans/{year}/sources", "ar", DESK, "dark"),
    Shot("timeline", "/plans/{year}/timeline", to=".year-sheet"),
    Shot("timeline", "/plans/{year}/timeline", "fr", to=".year-sheet"),
    Shot("timeline", "/plans/{year}/timeline", "ar", PHONE, to=".year-sheet"),
    Shot("action", "/plans/actions/9"),
    Shot("thread", "/plans/actions/9", to=".map"),
    Shot("thread", "/plans/actions/9", "fr", PHONE, to=".map"),
    Shot("thread", "/plans/actions/9", "ar", DESK, "dark", to=".map"),
    Shot("composer", "/reports/{year}/composer", "fr"),
    Shot("report", "/reports/{last}"),
    Shot("report", "/reports/{last}", "fr"),
    Shot("report", "/reports/{last}", "ar", PHONE),
)
PUBLIC = (
    Shot("wall", "/s/{open}", size=PHONE),
    Shot("notice", "/s/{open}/fr", "fr", PHONE, "dark"),
    Shot("question", "/s/{open}/fr", "fr", PHONE, to=".start button"),
    Shot("question", "/s/belonging/en", size=DESK, to=".start button"),
    Shot("question", "/s/belonging/ar", "ar", PHONE, to=".start button"),
    Shot("question", "/s/belonging/ti", "ti", PHONE, "dark", to=".start button"),
    Shot("receipt", "/r/{closed}/ar", "ar", PHONE),
    Shot("told", "/told/{closed}/en", scheme="dark"),
    Shot("told", "/told/{closed}/fr", "fr", PHONE),
    Shot("told", "/told/{closed}/ar", "ar", PHONE),
    Shot("public-plan", "/plan/{year}/en"),
    Shot("public-plan", "/plan/{year}/fr", "fr", PHONE),
    Shot("public-plan", "/plan/{year}/ar", "ar", PHONE, "dark"),
)
PDF = tuple(
    Shot("report-pdf", f"/reports/public/{{last}}/in/{tag}.pdf", tag) for tag in ("en", "fr", "ar")
)
