"""Catalogues: bring them up to date with the program's words, compile them, tell what is missing.

python tools/catalogues.py update             extract the words and merge them into every language
python tools/catalogues.py compile PO...      write each .mo beside its .po; refuse bad words
python tools/catalogues.py missing [LANGUAGE] list what still has no words
"""

import io
import sys
from pathlib import Path

from babel.messages import extract, mofile, pofile
from babel.messages.catalog import Catalog, Message

from lipnet import languages

TOP = Path(__file__).resolve().parents[1]
TRANSLATIONS = TOP / "translations"
KEYWORDS = {
    "_": None, "gettext": None, "lazy": None, "ngettext": (1, 2), "lazy_n": (1, 2),
    "pgettext": ((1, "c"), 2), "lazy_p": ((1, "c"), 2),
}  # fmt: skip
METHODS = [("lipnet/**.py", "python"), ("lipnet/templates/**.html", "jinja2")]
OPTIONS = {"lipnet/templates/**.html": {"trimmed": "false", "newstyle_gettext": "true"}}

# Whole catalogues hold every word of the program; the others what a respondent may see.
WHOLE = ("fr", "ar")
RESPONDENT = ("es", "fa", "uk", "zh_Hans", "so", "ti", "pa", "tl")
SEEN_BY_RESPONDENTS = (
    "lipnet/templates/layout/base.html",
    "lipnet/templates/layout/public.html",
    "lipnet/templates/layout/footer.html",
    "lipnet/templates/layout/languages.html",
    "lipnet/templates/layout/notices.html",
    "lipnet/templates/layout/type_size.html",
    "lipnet/templates/components/",
    "lipnet/templates/errors/",
    "lipnet/templates/surveys/respond/",
    "lipnet/templates/reports/told",
    "lipnet/templates/evidence/crosstab",
    "lipnet/evidence/drawing.py",
    "lipnet/templates/nominations/consent",
    "lipnet/templates/nominations/ballots/vote",
    "lipnet/templates/nominations/ballots/no_vote",
    "lipnet/templates/nominations/ballots/parts.html",
    "lipnet/templates/surveys/picture.html",
    "lipnet/templates/components/pictures.html",
    "lipnet/templates/reports/box.html",
    "lipnet/templates/reports/public.html",
    "lipnet/templates/reports/dashboard/marks.html",
    "lipnet/templates/reports/dashboard/small.html",
    "lipnet/templates/reports/dashboard/whole.html",
    "lipnet/templates/reports/parts.html",
    "lipnet/templates/reports/chapters.html",
    "lipnet/templates/reports/public_summary.html",
    "lipnet/reports/composing/chapters.py",
    "lipnet/reports/composing/words.py",
    "lipnet/templates/nominations/public_",
    "lipnet/templates/nominations/second.html",
    "lipnet/templates/nominations/second_thanks.html",
    "lipnet/templates/meetings/inviting/reply",
    "lipnet/templates/plans/acting/lead.html",
    "lipnet/templates/plans/acting/lead_over.html",
    "lipnet/plans/acting/lead_forms.py",
    "lipnet/templates/plans/indicators/asked",
    "lipnet/plans/indicators/reading_form.py",
    "lipnet/templates/meetings/minuting/public.html",
    "lipnet/templates/meetings/minuting/public_list.html",
    "lipnet/meetings/minuting/public.py",
    "lipnet/meetings/minuting/letters.py",
    "lipnet/templates/meetings/evotes/public_",
    "lipnet/meetings/letters.py",
    "lipnet/meetings/agendas/letters.py",
    "lipnet/meetings/following/letters.py",
    "lipnet/meetings/inviting/agenda_letters.py",
    "lipnet/meetings/inviting/entries.py",
    "lipnet/meetings/inviting/letters.py",
    "lipnet/meetings/purposes.py",
    "lipnet/meetings/evotes/words.py",
    "lipnet/meetings/evotes/letters.py",
    "lipnet/groups/terms/between.py",
    "lipnet/nominations/closing.py",
    "lipnet/nominations/ballots/letters.py",
    "lipnet/nominations/ballots/models.py",
    "lipnet/nominations/ballots/naming.py",
    "lipnet/people/sectors.py",
    "lipnet/nominations/ballots/paper_words.py",
    "lipnet/people/corrections/letters.py",
    "lipnet/templates/people/corrections/confirm_address.html",
    "lipnet/templates/people/corrections/address_ended.html",
    "lipnet/nominations/ballots/places.py",
    "lipnet/nominations/ballots/rankings.py",
    "lipnet/nominations/ballots/receipt",
    "lipnet/nominations/ballots/refusals.py",
    "lipnet/nominations/ballots/telling.py",
    "lipnet/nominations/ballots/transfers.py",
    "lipnet/nominations/ballots/voting_form.py",
    "lipnet/nominations/consenting.py",
    "lipnet/nominations/correcting.py",
    "lipnet/nominations/inviting.py",
    "lipnet/nominations/letters.py",
    "lipnet/nominations/outcomes.py",
    "lipnet/nominations/public_forms.py",
    "lipnet/nominations/public_letters.py",
    "lipnet/nominations/public_words.py",
    "lipnet/nominations/reminders.py",
    "lipnet/nominations/seconding_letters.py",
    "lipnet/nominations/statements.py",
    "lipnet/nominations/endorsing_letters.py",
    "lipnet/nominations/accompanying_forms.py",
    "lipnet/nominations/accompanying_letters.py",
    "lipnet/nominations/attachments.py",
    "lipnet/nominations/ways.py",
    "lipnet/people/models.py",
    "lipnet/surveys/respond",
    "lipnet/surveys/later/",
    "lipnet/surveys/invited/ledger.py",
    "lipnet/surveys/invited/letters.py",
    "lipnet/surveys/problems.py",
    "lipnet/surveys/answer.py",
    "lipnet/surveys/figures.py",
    "lipnet/surveys/pictures/bars.py",
    "lipnet/surveys/pictures/scales.py",
    "lipnet/surveys/pictures/page.py",
    "lipnet/surveys/carrying.py",
    "lipnet/surveys/fields.py",
    "lipnet/surveys/rendering.py",
    "lipnet/surveys/operations/responses.py",
    "lipnet/reports/respond",
    "lipnet/reports/told",
    "lipnet/reports/telling/models.py",
    "lipnet/reports/telling/pages.py",
    "lipnet/reports/keeping_in_touch/public",
    "lipnet/core/pages.py",
    "lipnet/core/rates.py",
    "lipnet/core/links.py",
)
NEVER_SEEN = ("lipnet/templates/patterns/", "lipnet/core/patterns.py")


def extracted() -> Catalog:
    """Every word of the program, with the places where it stands."""
    catalog = Catalog(project="lipnet", fuzzy=False, header_comment="# lipnet")
    found = extract.extract_from_dir(
        str(TOP), METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=("Translators:",),
        directory_filter=lambda path: "patterns" not in Path(path).parts
        and not Path(path).name.startswith("."),
    )  # fmt: skip
    for file, line, message, comments, context in found:
        if not file.startswith(NEVER_SEEN):
            catalog.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalog


def is_respondents(message) -> bool:
    return any(place.startswith(SEEN_BY_RESPONDENTS) for place, _ in message.locations)


def wanted(catalogue: str, source: Catalog) -> Catalog:
    """The words the language `catalogue` is asked to hold."""
    if catalogue in WHOLE:
        return source
    part = Catalog(project="lipnet", fuzzy=False)
    for message in source:
        if message.id and is_respondents(message):
            part[message.id] = message
    return part


def path_of(catalogue: str) -> Path:
    return TRANSLATIONS / catalogue / "LC_MESSAGES" / "messages.po"


def update() -> None:
    source = extracted()
    for catalogue in (*WHOLE, *RESPONDENT):
        path = path_of(catalogue)
        known = read(path) if path.exists() else Catalog(fuzzy=False)
        write(catalogue, merged(catalogue, wanted(catalogue, source), known))


def merged(catalogue: str, source: Catalog, known: Catalog) -> Catalog:
    """`source` with the words of `known`; words nobody needs any more are let go."""
    result = Catalog(project="lipnet", fuzzy=False)
    for message in sorted((m for m in source if m.id), key=lambda m: (str(m.id), m.context or "")):
        old = known.get(message.id, message.context)
        places = sorted({(place, 0) for place, _ in message.locations})
        result.add(
            message.id, old.string if old else _untold(message, catalogue), places,
            context=message.context, auto_comments=message.auto_comments,
        )  # fmt: skip
    return result


def _untold(message, catalogue: str):
    """No words yet, in as many forms as the language has."""
    return ("",) * language_of(catalogue).nplurals if message.pluralizable else ""


def language_of(catalogue: str):
    return next(known for known in languages.all_languages() if known.catalogue == catalogue)


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return pofile.read_po(file)


def write(catalogue: str, catalog: Catalog) -> None:
    known = language_of(catalogue)
    catalog._num_plurals = known.nplurals  # else Babel writes two forms whatever the language has
    body = io.BytesIO()
    pofile.write_po(body, catalog, width=100, omit_header=True, include_lineno=False)
    header = "\n".join(
        f'"{line}\\n"'
        for line in (
            f"Language: {catalogue}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            f"Plural-Forms: {known.plural_forms}",
            f"X-Scope: {'whole' if catalogue in WHOLE else 'respondent'}",
            f"X-Translation-State: {state_of(catalogue)}",
        )
    )
    path_of(catalogue).parent.mkdir(parents=True, exist_ok=True)
    path_of(catalogue).write_text(
        f'msgid ""\nmsgstr ""\n{header}\n\n{body.getvalue().decode()}', "utf-8"
    )


def state_of(catalogue: str) -> str:
    """machine-drafted until a second reader writes `reviewed` into the header."""
    path = path_of(catalogue)
    if path.exists() and "X-Translation-State: reviewed" in path.read_text("utf-8"):
        return "reviewed"
    return "machine-drafted"


def compile_all(paths: list[str]) -> int:
    for path in map(Path, paths):
        with path.open("rb") as file:
            catalog = pofile.read_po(file)
        faults = [(m, error) for m, errors in catalog.check() for error in errors]
        faults += [(m, "a plural form is missing") for m in catalog if m.id and is_partial(m)]
        for message, error in faults:
            print(f"{path}: {message.id!r}: {error}", file=sys.stderr)
        if faults:
            return 1
        compiled = io.BytesIO()
        mofile.write_mo(compiled, WithOurHeader(catalog, header_of(path)))
        path.with_suffix(".mo").write_bytes(compiled.getvalue())
    return 0


def header_of(path: Path) -> str:
    """The header as it stands in the file: Babel keeps only the lines it knows."""
    lines = []
    for line in path.read_text("utf-8").splitlines()[2:]:
        if not line.startswith('"'):
            break
        lines.append(line.strip('"').removesuffix("\\n"))
    return "\n".join(lines) + "\n"


class WithOurHeader:
    """A catalogue as the writer of .mo files reads it, its header left whole."""

    charset = "utf-8"

    def __init__(self, catalog: Catalog, header: str):
        self.catalog, self.header = catalog, header

    def __iter__(self):
        yield Message("", self.header)
        yield from (message for message in self.catalog if message.id)


def missing(only: list[str]) -> int:
    source, count = extracted(), 0
    for catalogue in only or (*WHOLE, *RESPONDENT):
        known = read(path_of(catalogue)) if path_of(catalogue).exists() else Catalog()
        for message in wanted(catalogue, source):
            old = known.get(message.id, message.context) if message.id else message
            if message.id and not (old and is_complete(old)):
                print(f"{catalogue}: {message.id!r}")
                count += 1
    return 1 if count else 0


def is_partial(message) -> bool:
    """Some plural forms have words and some have not."""
    return message.pluralizable and any(message.string) and not all(message.string)


def is_complete(message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


if __name__ == "__main__":
    verb, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if verb == "update":
        update()
    elif verb == "compile":
        sys.exit(compile_all(rest))
    elif verb == "missing":
        sys.exit(missing(rest))
    else:
        sys.exit(__doc__)
