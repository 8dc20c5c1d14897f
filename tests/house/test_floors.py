"""A package imports only from floors below it: never beside, never above."""

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2] / "lipnet"
FLOORS = (
    {"apart"},
    {"documents", "languages", "press", "sheets", "similar"},
    {"questionnaire", "counting", "shorthand", "tally"},
    {"core"},
    {"people"},
    {"groups"},
    {"surveys", "nominations"},
    {"evidence"},
    {"meetings"},
    {"plans", "engagement"},
    {"reports"},
    {"home"},
)
FLOOR_OF = {package: floor for floor, packages in enumerate(FLOORS) for package in packages}
FEATURES = set().union(*FLOORS[4:])
MEETING_PLACE = {"models", "trail", "cli", "keeping", "serving", "demo", "bench", "__init__"}
OPEN_TO_UPPER_FLOORS = {"models", "operations", "access"}
PURE = FLOORS[0] | FLOORS[1] | FLOORS[2]
NOT_IN_PURE = {"flask", "peewee", "playhouse", "flask_login", "flask_wtf", "wtforms", "apscheduler"}
FORBIDDEN_CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
}


def modules() -> list[Path]:
    return [p for p in sorted(TOP.rglob("*.py")) if "templates" not in p.parts]


def package_of(path: Path) -> str:
    inside = path.relative_to(TOP)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported(path: Path) -> set[str]:
    """Full dotted names of what a module imports, relative imports resolved."""
    tree = ast.parse(path.read_text("utf-8"))
    here = ("lipnet", *path.relative_to(TOP).with_suffix("").parts)
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: -node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            names |= {f"{module}.{alias.name}" for alias in node.names}
    return names


def faults_of(path: Path) -> list[str]:
    package = package_of(path)
    if package in MEETING_PLACE:
        return []
    if package not in FLOOR_OF:
        return [f"{path}: the package {package!r} stands on no floor"]
    return [
        f"{path.relative_to(TOP)} imports {name}"
        for name in imported(path)
        if name.startswith("lipnet.") and not _allowed(package, name.split(".")[1:])
    ]


def _allowed(package: str, name: list[str]) -> bool:
    other = name[0]
    if other == package:
        return True
    if other not in FLOOR_OF or FLOOR_OF[other] >= FLOOR_OF[package]:
        return False
    if other in FEATURES and package in FEATURES:
        if len(name) == 1 or not (name[1] in OPEN_TO_UPPER_FLOORS or _are_models_of_a_room(name)):
            return False
        return not any(part.startswith("_") for part in name)
    return True


def _are_models_of_a_room(name: list[str]) -> bool:
    """Whether it is what a package within the feature keeps: groups.agreements.models."""
    return name[2:3] == ["models"]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(TOP)))
def test_a_module_imports_only_from_floors_below(path):
    assert faults_of(path) == []


def test_the_guard_sees_an_upward_a_sideways_and_a_private_import(tmp_path):
    for package, line in (
        ("groups", "from lipnet.meetings.models import Meeting"),
        ("surveys", "from lipnet.nominations.models import Call"),
        ("core", "from lipnet.people import models"),
        ("meetings", "from lipnet.groups.manage import bp"),
        ("meetings", "from lipnet.groups.agreements.standing import years_of"),
        ("meetings", "from lipnet.groups.operations import _secret"),
        ("tally", "from lipnet.questionnaire import model"),
    ):
        planted = ast.parse(line).body[0]
        names = [f"{planted.module}.{alias.name}" for alias in planted.names]
        assert not any(_allowed(package, name.split(".")[1:]) for name in names), line


@pytest.mark.parametrize("package", sorted(PURE & {p.name for p in TOP.iterdir()}))
def test_an_engine_knows_neither_flask_nor_database_nor_clock(package):
    for path in sorted((TOP / package).rglob("*.py")):
        roots = {name.split(".")[0] for name in imported(path)}
        assert not roots & NOT_IN_PURE, path
        calls = {
            (node.value.id, node.attr)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        }
        assert not calls & FORBIDDEN_CLOCKS, path


@pytest.mark.parametrize("name", ["operations", "models"])
def test_operations_and_models_never_import_flask(name):
    for path in modules():
        inside = path.relative_to(TOP).parts
        if package_of(path) in FEATURES and (path.stem == name or name in inside[1:-1]):
            assert "flask" not in {n.split(".")[0] for n in imported(path)}, path


def test_no_file_outgrows_its_room():
    too_long = {
        str(p.relative_to(TOP)): lines
        for p in modules()
        if (lines := len(p.read_text("utf-8").splitlines())) > 320
    }
    assert too_long == {}
    drawers = {"utils", "util", "helpers", "misc", "common"}
    assert not {p for p in modules() if p.stem in drawers}
