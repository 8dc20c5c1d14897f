"""Configuration: one TOML file, typed, frozen; a mistake stops the program loudly."""

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path


class BadConfig(Exception):
    """The configuration file says something the program does not understand."""


def option(default, why: str):
    return field(default=default, metadata={"why": why})


@dataclass(frozen=True)
class Site:
    address: str = option(
        "http://127.0.0.1:8000", "The public address, used in letters, posters and QR codes."
    )
    time_zone: str = option("America/Toronto", "Where the partnership is: decides which day it is.")
    default_language: str = option(
        "en", "The language shown when nothing is known about the reader."
    )
    content_languages: tuple[str, ...] = option(
        ("en", "fr"), "The languages in which coordinators write titles, plans and minutes."
    )


@dataclass(frozen=True)
class Data:
    folder: str = option("data", "Everything the program writes lives below this folder.")
    database: str = option(
        "", "Empty means SQLite in the data folder; else postgresql://user:password@host/name."
    )


@dataclass(frozen=True)
class Server:
    host: str = option("127.0.0.1", "The address to listen on; a reverse proxy stands in front.")
    port: int = option(8000, "The port to listen on.")
    threads: int = option(8, "How many requests are served at once.")
    behind_proxy: bool = option(
        False, "True if a reverse proxy sets X-Forwarded-Proto and X-Forwarded-Host."
    )
    development: bool = option(False, "True shows the pattern page, for those who build pages.")


@dataclass(frozen=True)
class Mail:
    server: str = option(
        "", "The SMTP server; empty writes letters as .eml files below the data folder."
    )
    port: int = option(587, "The SMTP server's port.")
    username: str = option("", "The SMTP user name; empty sends without signing in.")
    password: str = option("", "The SMTP password.")
    starttls: bool = option(True, "Whether to encrypt the connection to the SMTP server.")
    sender: str = option("lipnet@localhost", "The address letters come from.")


@dataclass(frozen=True)
class Security:
    session_hours: int = option(12, "How long a sign-in lasts without activity.")
    link_minutes: int = option(30, "How long a one-time sign-in link works.")
    invitation_days: int = option(14, "How long an invitation or consent link works.")
    attempts_per_quarter_hour: int = option(
        10, "How many failed sign-ins per account are allowed in a quarter of an hour."
    )


@dataclass(frozen=True)
class Privacy:
    small_cell: int = option(5, "Counts below this number are never shown (5 to 10).")
    withdrawal_days: int = option(
        60, "How many days after closing a response can still be withdrawn by its phrase."
    )
    backup_days: int = option(
        35, "How many days the oldest backup is kept: people read when what was erased is gone."
    )


@dataclass(frozen=True)
class Surveys:
    file_questions: bool = option(
        False,
        "Whether a questionnaire may ask people for pictures, recordings and files (10 MB each).",
    )


@dataclass(frozen=True)
class Config:
    site: Site = field(default_factory=Site)
    data: Data = field(default_factory=Data)
    server: Server = field(default_factory=Server)
    mail: Mail = field(default_factory=Mail)
    security: Security = field(default_factory=Security)
    privacy: Privacy = field(default_factory=Privacy)
    surveys: Surveys = field(default_factory=Surveys)

    @property
    def folder(self) -> Path:
        return Path(self.data.folder).resolve()

    @property
    def database_url(self) -> str:
        return self.data.database or f"sqlite:///{self.folder / 'lipnet.sqlite3'}"


def load(path: str | Path | None = None, **overrides: dict) -> Config:
    """Read the file at `path`, else $LIPNET_CONFIG, else ./config.toml if there; then overrides.

    Overrides are {section: {option: value}}. Raises BadConfig naming what is wrong and where.
    """
    chosen = Path(path or os.environ.get("LIPNET_CONFIG") or "config.toml")
    if not chosen.exists():
        if path or os.environ.get("LIPNET_CONFIG"):
            raise BadConfig(f"there is no configuration file {chosen}")
        return from_tables(overrides)
    try:
        tables = tomllib.loads(chosen.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadConfig(f"{chosen}: {error}") from error
    for section, options in overrides.items():
        tables[section] = {**tables.get(section, {}), **options}
    return from_tables(tables)


def from_tables(tables: dict) -> Config:
    """A Config from {section: {option: value}}; raises BadConfig on what is unknown or mistyped."""
    known = {f.name: f.default_factory for f in fields(Config)}
    unknown = set(tables) - set(known)
    if unknown:
        raise BadConfig(f"unknown section [{sorted(unknown)[0]}]")
    config = Config(**{name: _section(name, known[name], tables.get(name, {})) for name in known})
    _check(config)
    return config


def _section(name: str, kind: type, given: dict):
    options = {f.name: f for f in fields(kind)}
    for key, value in given.items():
        if key not in options:
            raise BadConfig(f"unknown option {key} in [{name}]")
        wanted = type(options[key].default)
        if wanted is tuple and isinstance(value, list | tuple):
            given = {**given, key: tuple(value)}
        elif type(value) is not wanted:
            raise BadConfig(f"[{name}] {key} must be of type {wanted.__name__}, not {value!r}")
    return kind(**given)


def _check(config: Config) -> None:
    if not 5 <= config.privacy.small_cell <= 10:
        raise BadConfig("[privacy] small_cell must be from 5 to 10")
    if not config.site.address.startswith(("http://", "https://")):
        raise BadConfig("[site] address must begin with http:// or https://")
    if config.data.database and not config.data.database.startswith(("postgres", "sqlite:///")):
        raise BadConfig("[data] database must be a postgresql:// or sqlite:/// address")
