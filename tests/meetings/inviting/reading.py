"""A small reader of calendars, apart from the code that writes them (RFC 5545, 3.1 and 3.3.11)."""

import re


def events(text: str) -> list[dict[str, str]]:
    """Each VEVENT as name -> value; parameters are read away, except the method's."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in lines), "a line is too long"
    assert all("\n" not in line and "\r" not in line for line in lines)
    unfolded = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    found, event = [], None
    for line in unfolded:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            found.append(event)
            event = None
        elif event is not None:
            event[name.partition(";")[0]] = plain(value)
    return found


def plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
