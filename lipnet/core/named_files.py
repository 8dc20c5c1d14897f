"""The name under which a file is saved, in letters that a header may hold."""

import unicodedata
from urllib.parse import quote

from flask import Response
from werkzeug.http import parse_options_header

ATTR_CHARS = "!#$&+-.^_`|~"  # RFC 5987
NAME = "Content-Disposition"


def name_in_ascii(response: Response) -> None:
    """No header can hold "محضر.pdf": it goes as RFC 6266 wants it, beside a plain name."""
    written = response.headers.get(NAME, "")
    if written.isascii():
        return
    kind, options = parse_options_header(written)
    name = options.get("filename", "")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if not plain.partition(".")[0].strip():
        plain = f"file{plain.strip()}"
    quoted = quote(name, safe=ATTR_CHARS)
    response.headers.set(NAME, kind, filename=plain, **{"filename*": f"UTF-8''{quoted}"})
