"""A survey from the spreadsheet to a pinned finding: the coordinator and the newcomers."""

import json
import re
import subprocess
import sys
from datetime import timedelta

from playwright.sync_api import Locator, expect

from tests.browser.asked import Asked
from tests.browser.human import Human
from tests.browser.newcomer import Newcomer
from tests.browser.server import Server
from tests.browser.today import today

NOTICE = "Notice of collection: under what authority, and what happens with the answers"
CONTACT = "Who answers questions about privacy: title, address, telephone"


def prepare(alice: Human, asked: Asked) -> None:
    """Describe, upload, preview, set the days, open."""
    draft(alice, asked)
    open_it(alice, asked)
    alice.sees(f"/s/{asked.slug}")


def draft(alice: Human, asked: Asked) -> None:
    """Describe, upload, preview."""
    alice.open("/surveys").follow("New survey")
    alice.write_both("Title", asked.title, asked.french_title)
    alice.fill("Short address", asked.slug)
    alice.write_both("What the survey is for", "To plan what comes next.", "Pour planifier.")
    alice.write_both(NOTICE, "Under section 10 of the Municipal Act.", "En vertu de l'article 10.")
    alice.fill(CONTACT, "Privacy officer, 555-0100")
    alice.press("Save").follow("Questionnaire")
    workbook = {"name": "survey.xlsx", "mimeType": "application/octet-stream"}
    upload = alice.page.get_by_label("File with the questionnaire")
    upload.set_input_files({**workbook, "buffer": asked.workbook()})
    alice.press("Upload").sees("The whole questionnaire was read.", "survey.xlsx")
    alice.follow("Preview").follow("Arabic")
    alice.sees(*(each.label["ar"].rpartition("}")[2].strip() for each in asked.questions))


def open_it(alice: Human, asked: Asked) -> None:
    """Set the days and open."""
    alice.open(f"/surveys/{asked.slug}/versions/1/preview").follow("Set the days")
    alice.fill("First day of answering", today().isoformat())
    alice.fill("Last day of answering", (today() + timedelta(days=30)).isoformat()).press("Save")
    alice.follow("Open the survey").press("Open the survey")


def answer_all(chrome, server: Server, asked: Asked) -> None:
    """Everybody answers; one stumbles, one sends twice, one withdraws and does not count."""
    stumbles = next(n for n, each in enumerate(asked.answers) if set(asked.wrong) <= set(each))
    for number, answers in enumerate(asked.answers):
        newcomer = Newcomer(chrome, server.address, asked, asked.tongue_of(number)).begin()
        if number == stumbles:
            stumble(newcomer, answers)
        newcomer.answer(answers)
        if number == 1:
            first, second = newcomer.send_twice()
            assert first == second
        else:
            newcomer.send()
        newcomer.close()
    withdraw(Newcomer(chrome, server.address, asked, "ar"))
    answer_for_others(server, asked)


def answer_for_others(server: Server, asked: Asked) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.browser.others", server.config, asked.slug],
        input=json.dumps(asked.others), text=True, check=True,
    )  # fmt: skip


def stumble(newcomer: Newcomer, answers: dict) -> None:
    """A wrong answer is told on top, with a link that leads to its field."""
    wrong = newcomer.asked.wrong
    while not set(wrong) & set(newcomer.asked_here):
        newcomer.fill_page(answers).next()
    newcomer.fill_page(answers)
    newcomer.put_wrong(wrong)
    (name,) = wrong
    link = newcomer.page.locator(".error-summary a")
    expect(link).to_contain_text(newcomer.asked.question(name).says[newcomer.tongue])
    link.click()
    target = newcomer.page.url.partition("#")[2]
    assert newcomer.page.locator(f"#{target}").get_attribute("name") == f"q-{name}"


def withdraw(newcomer: Newcomer) -> None:
    """Somebody asks for the phrase, and takes the answers back with it."""
    newcomer.begin().answer(newcomer.asked.answers[0])
    phrase = newcomer.send(phrase=True).phrase
    newcomer.open(f"/s/{newcomer.asked.slug}/{newcomer.tongue}/withdraw")
    newcomer.page.locator("[name=phrase]").fill(phrase)
    newcomer.press_only("form .danger")
    expect(newcomer.page.locator(".notice")).to_be_visible()
    assert newcomer.page.locator("[name=phrase]").count() == 0
    newcomer.close()


def close(server: Server, alice: Human, asked: Asked) -> None:
    """The survey ends, and the clock settles the answers."""
    alice.open(f"/surveys/{asked.slug}").follow("Close the survey").press("Close the survey")
    server.command("worker", "--once")


def read_results(alice: Human, asked: Asked) -> None:
    """The figures on the page are those counted here; the small ones are not there."""
    alice.open(f"/surveys/{asked.slug}").follow("Results")
    tallies = alice.page.locator(".tallies").first
    assert is_about(tallies.locator("dd").first.inner_text(), len(asked.everybody))
    for name in asked.shown:
        label = asked.question(name).label["en"].rpartition("}")[2].strip()
        check_figure(rows_of(alice.page.locator(".question-result", has_text=label)), asked, name)


def check_figure(rows: dict[str, list[str]], asked: Asked, name: str = "") -> None:
    """What stands beside each answer is about what was counted here, or nothing if few chose it."""
    question = asked.question(name or asked.pinned)
    counted = asked.counts(question.name)
    for code in asked.shown[question.name]:
        figure, share = rows[question.choices[code]["en"]]
        assert is_about(figure, counted[code])
        assert share.endswith("%")
    for code in asked.hidden[question.name]:
        (text,) = rows[question.choices[code]["en"]]
        assert re.findall(r"\d+", text) in ([], ["5"]), text


def is_about(figure: str, counted: int) -> bool:
    """Figures are told in fives."""
    return int(figure) % 5 == 0 and abs(int(figure) - counted) < 5


def rows_of(figure: Locator) -> dict[str, list[str]]:
    """The label of each answer -> what stands beside it, as the page shows it."""
    return {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in figure.locator("tbody tr").all()
    }


def pin(alice: Human, asked: Asked) -> str:
    """Pin one figure as a finding; the address of the finding."""
    label = asked.question(asked.pinned).label["en"]
    figure = alice.page.locator(".question-result", has_text=label)
    with alice.page.expect_navigation():
        figure.get_by_role("link", name="Pin as a finding").click()
    alice.write("What the figure shows, in one sentence", asked.statement)
    alice.press("Pin the finding")
    assert alice.heading == asked.statement
    alice.sees("Alice Moreau")
    check_figure(rows_of(alice.page.locator("main table").first), asked)
    return alice.path
