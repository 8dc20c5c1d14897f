"""What is typed is read in a browser as the server reads it."""

from pathlib import Path

from tests.questionnaire.test_postal import READ

SCRIPT = Path(__file__).parents[2] / "static" / "js" / "typed.js"
RUN = """async ([source, item, raws]) => {
  const script = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { read } = await import(script);
  return raws.map((raw) => read(item, [raw]).answer ?? null);
}"""


def test_the_beginning_of_a_postal_code_is_read_as_on_the_server(chrome):
    page = chrome.new_page()
    item = {"type": "text", "postal": True}
    found = page.evaluate(RUN, [SCRIPT.read_text(encoding="utf-8"), item, list(READ)])
    page.close()
    assert dict(zip(READ, found, strict=True)) == READ
