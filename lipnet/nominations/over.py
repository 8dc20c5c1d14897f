"""The page behind a link that does not work any more: kind, and what was typed is not lost."""

from collections.abc import Callable

from flask import render_template, request
from wtforms import StringField

from lipnet.core import links
from lipnet.core.forms import Form
from lipnet.nominations.consenting import LARGEST


def link_is_over(token: str, form: Callable[[], Form] | None = None) -> tuple[str, int]:
    """Who typed until the link ended finds the words once more, to copy; nothing is kept. Behind
    what is no link of ours nobody typed anything, and nothing is read."""
    typed = ""
    if form and request.method == "POST" and links.are_ours(token):
        request.max_content_length = LARGEST
        typed = _typed(form())
    return render_template("nominations/consent_over.html", typed=typed), 410


def _typed(form: Form) -> str:
    """Each text below its question."""
    written = [field for field in form if isinstance(field, StringField) and field.data]
    return "\n\n".join(f"{field.label.text}\n{field.data}" for field in written)
