"""The type column: what is asked, or why it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN = {
    "text": "text",
    "string": "text",
    "add text prompt": "text",
    "integer": "integer",
    "int": "integer",
    "add integer prompt": "integer",
    "decimal": "decimal",
    "add decimal prompt": "decimal",
    "date": "date",
    "add date prompt": "date",
    "note": "note",
    "add note prompt": "note",
    "calculate": "calculate",
    "calculation": "calculate",
    "add calculate prompt": "calculate",
    "hidden": "hidden",
    "acknowledge": "acknowledge",
    "trigger": "acknowledge",
    "add acknowledge prompt": "acknowledge",
    "range": "range",
    "rating": "range",
    "time": "time",
    "add time prompt": "time",
    "datetime": "datetime",
    "date time": "datetime",
    "add date time prompt": "datetime",
}
REFUSED = {
    "type_later": "background audio, background-audio, signature, percentage",
    "type_location": "geopoint, gps, location, geotrace, geoshape, q geopoint,"
    " add location prompt, add gps prompt",
    "type_identifier": "deviceid, device id, get device id, imei, phonenumber, phone number,"
    " get phone number, simserial, sim serial, sim id, get sim id, subscriberid, subscriber id,"
    " get subscriber id, username, email, audit, start-geopoint, uri:deviceid,"
    " uri:subscriberid, uri:simserial, uri:phonenumber, uri:username, uri:email",
    "type_not_stored": "start, start time, get start time, end, end time, get end time, today,"
    " get today",
    "type_rejected": "barcode, add barcode prompt, osm, include, csv-external, xml-external,"
    " entity, entities, last-saved, cascading_select, select_one_from_file,"
    " select_multiple_from_file, select one from file, select multiple from file, rank_from_file",
}
FILES = {
    "image": "image, photo, add image prompt",
    "audio": "audio, add audio prompt",
    "video": "video, add video prompt",
    "file": "file, add file prompt",
}
FILE_TYPES = {name.strip(): kind for kind, names in FILES.items() for name in names.split(",")}
WHY = {name.strip(): code for code, names in REFUSED.items() for name in names.split(",")}
MOMENTS = {"today": "today", "get today": "today"}
SELECTS = (
    (
        "select_one",
        r"select[ _]?one(?:[ _]from)?|select1|select_one_external|"
        r"add select one prompt using|q select1",
    ),
    (
        "select_multiple",
        r"select[ _]?multiple(?:[ _]from)?|select all that apply(?: from)?|"
        r"add select multiple prompt using|q select|select",
    ),
    ("rank", r"rank(?:[ _]from)?|odk:rank"),
)
OTHER = re.compile(r"\s+(?:or_other|or specify other|or other)$", re.IGNORECASE)
FENCE = re.compile(r"(begin|end)[ _-]?(group|repeat|loop)\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """kind: a type of the model, or begin, end, or refused.

    `name` is the list of a select, or group, repeat or loop of a fence, or the finding's code.
    """

    kind: str
    name: str = ""
    or_other: bool = False


def read_type(written: str, files: bool = False) -> Asked:
    """What a type cell asks for; kind "refused" with the code of the finding if it is not taken.

    files: whether people may be asked for pictures, recordings and files.
    """
    tidy = " ".join(written.split())
    fence = FENCE.fullmatch(tidy)
    if fence:
        return Asked(fence[1].lower(), fence[2].lower())
    lower = tidy.casefold()
    if lower in PLAIN:
        return Asked(PLAIN[lower])
    if lower in FILE_TYPES:
        return Asked(FILE_TYPES[lower]) if files else Asked("refused", "files_off")
    refused = WHY.get(lower) or WHY.get(lower.partition(" ")[0])
    return Asked("refused", refused) if refused else read_select(tidy)


def read_select(tidy: str) -> Asked:
    without_other = OTHER.sub("", tidy)
    for kind, spellings in SELECTS:
        found = re.fullmatch(rf"(?:{spellings})(?:\s+(\S.*))?", without_other, re.IGNORECASE)
        if found:
            return Asked(kind, (found[1] or "").strip(), without_other != tidy)
    return Asked("refused", "type_unknown")


def moment_function(written: str) -> str:
    """start, end and today are not kept: a rule that names one gets the moment itself."""
    return MOMENTS.get(" ".join(written.casefold().split()), "now")
