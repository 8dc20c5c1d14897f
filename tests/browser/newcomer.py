"""A newcomer on a phone, without script: the wall of languages, the questions, the receipt."""

from tests.browser.asked import Asked, Question
from tests.browser.human import PHONE, Human

ENDONYMS = {"ar": "العربية", "fr": "Français"}
DIRECTIONS = {"ar": "rtl", "fr": "ltr"}


class Newcomer(Human):
    """Answers `asked` in the language `tongue` with scripts switched off."""

    def __init__(self, browser, address: str, asked: Asked, tongue: str):
        super().__init__(browser, address, viewport=PHONE, java_script_enabled=False)
        self.asked, self.tongue = asked, tongue

    def begin(self) -> "Newcomer":
        self.open(f"/s/{self.asked.slug}")
        self.follow(ENDONYMS[self.tongue])
        self.press_only(".start button")
        return self

    def answer(self, answers: dict) -> "Newcomer":
        """Page by page until the review."""
        while not self.is_reviewing:
            self.fill_page(answers).next()
        return self

    def fill_page(self, answers: dict) -> "Newcomer":
        for name in self.asked_here:
            if name in answers:
                self._put(self.asked.question(name), answers[name])
        return self

    def next(self) -> "Newcomer":
        return self.press_only('button[value="next"]')

    def send(self, *, phrase: bool = False) -> "Newcomer":
        if phrase:
            self.page.locator("label[for=phrase]").click()
        return self.press_only('button[value="send"]')

    def send_twice(self) -> tuple[str, str]:
        """As an impatient thumb does on a slow line: what each of the two sendings brought."""
        self.page.locator("label[for=phrase]").click()
        with self.context.expect_page() as opened:
            self.page.locator('button[value="send"]').click(modifiers=["ControlOrMeta"])
        other = opened.value
        other.wait_for_load_state()
        first = other.locator("main").inner_text()
        return first, self.send().page.locator("main").inner_text()

    def put_wrong(self, wrong: dict) -> "Newcomer":
        for name, text in wrong.items():
            self._put(self.asked.question(name), text)
        return self.next()

    def press_only(self, button: str) -> "Newcomer":
        """Press, and look at the page that follows: its language, its direction, no cookie."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()
        html = self.page.locator("html")
        assert html.get_attribute("lang") == self.tongue
        assert html.get_attribute("dir") == DIRECTIONS[self.tongue]
        assert self.context.cookies() == []
        return self

    @property
    def is_reviewing(self) -> bool:
        return self.page.locator('input[name="page"][value="review"]').count() == 1

    @property
    def asked_here(self) -> list[str]:
        controls = self.page.locator('main form [name^="q-"]').all()
        return list(dict.fromkeys(c.get_attribute("name").removeprefix("q-") for c in controls))

    @property
    def phrase(self) -> str:
        return self.page.locator(".phrase-digits").inner_text()

    def _put(self, question: Question, given) -> None:
        if not question.choices:
            self.page.locator(f'[name="q-{question.name}"]').fill(str(given))
            return
        group = self.page.get_by_role("group", name=self._label(question))
        for code in given if isinstance(given, list) else [given]:
            label = question.choices[code][self.tongue]
            if not group.get_by_label(label, exact=True).is_checked():
                group.get_by_text(label, exact=True).click(force=True)

    def _label(self, question: Question) -> str:
        """The words of a question after what was piped into them."""
        return question.label[self.tongue].rpartition("}")[2].strip()
