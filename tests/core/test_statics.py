"""Files of the program itself: what is none of them is not found, whatever it is called."""

from tests.browsing import Browser


def test_a_name_that_no_file_could_have_is_not_found(app):
    for name in ("a" * 300, "css", "../pyproject.toml", "%2e%2e/pyproject.toml"):
        assert Browser(app).client.get(f"/static/{name}").status_code == 404, name
