"""The one test client: it inspects every page any test opens."""

import re
from html.parser import HTMLParser

from flask.testing import FlaskClient

from lipnet import languages

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
}  # fmt: skip
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}


class Element:
    """One element of a page: tag, attributes, children."""

    def __init__(self, tag: str, attributes: dict, parent=None):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list = []

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        return name in self.attributes

    @property
    def text(self) -> str:
        parts = [c if isinstance(c, str) else c.text for c in self.children]
        return re.sub(r"\s+", " ", "".join(parts)).strip()

    def all(self, *tags: str):
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def ancestors(self):
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {})
        self.here = self.root
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> repeats an attribute: {names}")
        element = Element(tag, dict(attrs), self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attrs):
        element = Element(tag, dict(attrs), self.here)
        self.here.children.append(element)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.here.tag != tag:
            self.faults.append(f"</{tag}> closes <{self.here.tag}>")
        while self.here.parent is not None and self.here.tag != tag:
            self.here = self.here.parent
        self.here = self.here.parent or self.here

    def handle_data(self, data):
        self.here.children.append(data)


class Page:
    """One page as it came: its status, text, links and forms."""

    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        self.html = response.get_data(as_text=True)
        builder = _Builder()
        builder.feed(self.html)
        builder.close()
        self.root, self.faults = builder.root, builder.faults

    @property
    def path(self) -> str:
        return self.response.request.path

    def all(self, *tags: str) -> list[Element]:
        return list(self.root.all(*tags))

    def one(self, tag: str) -> Element:
        found = self.all(tag)
        assert len(found) == 1, f"{len(found)} <{tag}> on {self.path}"
        return found[0]

    @property
    def heading(self) -> str:
        return self.one("h1").text

    @property
    def text(self) -> str:
        return self.one("body").text

    def links(self) -> dict[str, str]:
        """Text -> address of every link."""
        return {a.text: a["href"] for a in self.all("a")}

    def fields(self, action: str | None = None) -> dict[str, str]:
        """What the form (whose action ends so, or the last form of <main>) would send untouched."""
        forms = [f for m in self.all("main") for f in m.all("form")]
        if action is not None:
            forms = [f for f in self.all("form") if f["action"].endswith(action)]
        assert forms, f"no form on {self.path}"
        return _untouched(forms[-1])


def _untouched(form: Element) -> dict[str, str]:
    sent: dict = {}
    for control in form.all("input", "select", "textarea"):
        name, kind = control["name"], control["type"]
        if not name or kind in ("submit", "button", "file"):
            continue
        if kind in ("radio", "checkbox"):
            if control.has("checked"):
                _and(sent, name, [control["value"] or "on"])
        elif control.tag == "select":
            _and(sent, name, _chosen(control))
        elif control.tag == "textarea":
            written = "".join(c for c in control.children if isinstance(c, str))
            _and(sent, name, written.replace("\r\n", "\n").removeprefix("\n"))
        else:
            _and(sent, name, control["value"])
    return sent


def _and(sent: dict, name: str, value) -> None:
    """Several controls of one name send all their values, as a browser does."""
    if name not in sent:
        sent[name] = value
        return
    before, after = ([each] if isinstance(each, str) else each for each in (sent[name], value))
    sent[name] = [*before, *after]


def _chosen(select: Element):
    options = list(select.all("option"))
    picked = [o["value"] for o in options if o.has("selected")]
    if select.has("multiple"):
        return picked
    return picked[0] if picked else (options[0]["value"] if options else "")


def inspect(page: Page) -> list[str]:
    """Everything wrong with a page that a reader or a screen reader would stumble over."""
    faults = list(page.faults)
    html = page.one("html")
    try:
        spoken = languages.get(html["lang"])
        if html["dir"] != spoken.direction:
            faults.append(f"dir={html['dir']!r} on a page in {spoken.tag}")
    except KeyError:
        faults.append(f"lang={html['lang']!r} is not a language of the registry")
    faults += _heading_faults(page) + _id_faults(page) + _label_faults(page) + _skip_faults(page)
    for element in page.all():
        if element.has("style"):
            faults.append(f"<{element.tag}> carries a style attribute, which the policy blocks")
        if any(name.startswith("on") for name in element.attributes):
            faults.append(f"<{element.tag}> carries a script attribute")
    for image in page.all("img"):
        if not image.has("alt"):
            faults.append(f"an image without alt: {image['src']}")
    return faults


def _heading_faults(page: Page) -> list[str]:
    headings = page.all("h1")
    if len(headings) != 1:
        return [f"{len(headings)} h1"]
    title = [t.text for t in page.all("title") if all(a.tag != "svg" for a in t.ancestors())]
    if len(title) != 1 or not title[0].startswith(headings[0].text):
        return [f"the title {title!r} does not begin with the heading {headings[0].text!r}"]
    return [] if headings[0].text else ["the heading is empty"]


def _id_faults(page: Page) -> list[str]:
    ids = [e["id"] for e in page.all() if e.has("id")]
    faults = [f"id {i!r} stands twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for element in page.all():
        for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
            for wanted in element[name].split():
                if wanted not in ids:
                    faults.append(f"<{element.tag} {name}> points at no element: {wanted!r}")
        href = element["href"]
        if element.tag == "a" and href.startswith("#") and href[1:] not in ids:
            faults.append(f"a link leads nowhere on the page: {href!r}")
    return faults


def _label_faults(page: Page) -> list[str]:
    labelled = {e["for"] for e in page.all("label") if e.text}
    return [
        f"<{control.tag} name={control['name']!r}> has no label"
        for control in page.all("input", "select", "textarea")
        if control["type"] not in UNLABELLED
        and control["id"] not in labelled
        and not control["aria-label"]
        and not control["aria-labelledby"]
        and all(a.tag != "label" for a in control.ancestors())
    ]


def _skip_faults(page: Page) -> list[str]:
    first = [a["href"] for a in page.all("a")][:4]
    main = page.one("main")["id"]
    return [] if main and f"#{main}" in first else [f"no skip link to the content: {first}"]


class Browser:
    """A person's browser; every page it opens is inspected."""

    def __init__(self, app, person=None):
        self.app = app
        self.client: FlaskClient = app.test_client()
        if person is not None:
            self._sign_in(person)

    def _sign_in(self, person) -> None:
        from lipnet.core.db import db
        from lipnet.people import sessions

        db.connect(reuse_if_open=True)
        with self.app.app_context():
            visitor = sessions._start(person)
        with self.client.session_transaction() as session:
            session["_user_id"] = visitor.get_id()
            session["_fresh"] = True

    def get(self, path: str, *, status: int = 200, **kwargs) -> Page:
        return self._seen(self.client.get(path, follow_redirects=True, **kwargs), status)

    def post(self, path: str, data=None, *, status: int = 200, **kwargs) -> Page:
        """Post exactly `data`; no token is added."""
        response = self.client.post(path, data=data, follow_redirects=True, **kwargs)
        return self._seen(response, status)

    def submit(
        self, path: str, data: dict | None = None, *, form: str | None = None, status: int = 200,
        to: str | None = None,
    ) -> Page:  # fmt: skip
        """Open `path`, fill `data` into its form (the last of <main>, or whose action ends with
        `form`), and send it to that form's own address (or to `to`)."""
        page = self.get(path)
        forms = [f for m in page.all("main") for f in m.all("form")]
        if form is not None:
            forms = [f for f in page.all("form") if f["action"].endswith(form)]
        assert forms, f"no such form on {path}"
        sent = {**_untouched(forms[-1]), **(data or {})}
        return self.post(to or forms[-1]["action"] or page.path, sent, status=status)

    def _seen(self, response, status: int) -> Page:
        from lipnet.core.db import db

        db.connect(reuse_if_open=True)
        page = Page(response)
        assert response.status_code == status, f"{response.status_code} on {page.path}"
        if response.mimetype == "text/html":
            faults = inspect(page)
            assert not faults, f"{page.path}: " + "; ".join(faults)
        return page
