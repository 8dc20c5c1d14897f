"""A file keeps its name in any script when it is saved."""

from urllib.parse import quote, unquote

import pytest
from flask import Response

from lipnet.core.web import public_without_cookie

NAMES = ["محضر الاجتماع.pdf", "Procès-verbal.docx", "протокол.txt", "plain.csv", "要.b.c"]


@pytest.fixture
def client(app):
    """The house with one page that sends a file under the name asked."""

    @public_without_cookie
    def named(name):
        response = Response("x")
        response.headers.set("Content-Disposition", "attachment", filename=name)
        return response

    app.add_url_rule("/named/<name>", "named", named)
    return app.test_client()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sent_under_a_name_in_any_script(client, name):
    """With a name that is not Latin-1 the server would answer 500."""
    sent = client.get(f"/named/{quote(name)}").headers["Content-Disposition"]
    assert sent.isascii() and sent.startswith("attachment; filename=")
    if name.isascii():
        assert sent == f"attachment; filename={name}"
    else:
        assert unquote(sent.partition("UTF-8''")[2]) == name
        assert "filename=." not in sent
