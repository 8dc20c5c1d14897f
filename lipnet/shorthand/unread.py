"""Why a file of old minutes could not be read, in English and French, for the command line."""

import os

from lipnet.documents import Unreadable

ENGLISH = {
    "empty": "there is no text in this file",
    "not_a_document": "this is no docx, pdf, html or text file, or it is damaged",
    "old_word": "this is a file of an old Word or an RTF file: save it as .docx and try again",
    "encrypted": "this file is protected by a password: save a copy without it and try again",
    "no_text": "this pdf holds pictures of pages and no text, as from a scanner",
    "not_text": "this is no text file, nor a docx, pdf or html file",
    "too_large": "this file has %(size)s bytes; at most %(limit)s are read",
    "zip_bomb": "this file would unpack to more than %(limit)s bytes; it is not read",
    "too_long": "this text has more than %(limit)s characters; cut it and try again",
    "too_much": "reading this file takes too many %(what)s (limit: %(limit)s)",
}
FRENCH = {
    "empty": "il n’y a pas de texte dans ce fichier",
    "not_a_document": "ce n’est pas un fichier docx, pdf, html ou texte, ou il est endommagé",
    "old_word": "ce fichier vient d’un ancien Word ou est en RTF\u00a0: enregistrez-le en .docx "
    "et essayez de nouveau",
    "encrypted": "ce fichier est protégé par un mot de passe\u00a0: enregistrez une copie sans mot "
    "de passe et essayez de nouveau",
    "no_text": "ce pdf contient des images de pages et pas de texte, comme d’un numériseur",
    "not_text": "ce n’est pas un fichier texte, ni docx, pdf ou html",
    "too_large": "ce fichier compte %(size)s octets\u00a0; au plus %(limit)s sont lus",
    "zip_bomb": "ce fichier dépasserait %(limit)s octets une fois décompressé\u00a0; il n’est pas "
    "lu",
    "too_long": "ce texte a plus de %(limit)s caractères\u00a0; coupez-le et essayez de nouveau",
    "too_much": "la lecture de ce fichier demande trop de ressources (limite\u00a0: %(limit)s)",
}
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def reason(code: str, **particulars: str | int) -> str:
    """The sentence, in the language of the terminal."""
    return (FRENCH if speaks_french() else ENGLISH)[code] % particulars


def reason_of(bad: Unreadable) -> str:
    return reason(bad.code, **bad.particulars)


def speaks_french() -> bool:
    told = next((value for name in LOCALES if (value := os.environ.get(name))), "")
    return told.casefold().startswith("fr")
