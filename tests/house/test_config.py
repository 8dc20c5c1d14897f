"""Every option is in config.example.toml with its sentence, and nothing else is."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from lipnet.core import config

EXAMPLE = Path(__file__).resolve().parents[2] / "config.example.toml"


def options():
    for section in fields(config.Config):
        for option in fields(section.default_factory):
            yield section.name, option


def test_every_option_stands_in_the_example_with_its_default_and_its_sentence():
    text = EXAMPLE.read_text("utf-8")
    tables = tomllib.loads(text)
    for section, option in options():
        assert option.name in tables[section], f"[{section}] {option.name} is not in the example"
        written = tables[section][option.name]
        written = tuple(written) if isinstance(written, list) else written
        assert written == option.default, f"[{section}] {option.name} has another default"
        assert f"# {option.metadata['why']}\n{option.name} = " in text


def test_the_example_names_no_option_the_program_does_not_know():
    assert config.load(EXAMPLE) == config.Config()


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ({"site": {"adress": "x"}}, "unknown option adress"),
        ({"sight": {}}, r"unknown section \[sight\]"),
        ({"server": {"port": "8000"}}, "port must be of type int"),
        ({"privacy": {"small_cell": 3}}, "small_cell must be from 5 to 10"),
        ({"site": {"address": "partnership.example"}}, "must begin with http"),
        ({"data": {"database": "mysql://x"}}, "must be a postgresql"),
    ],
)
def test_a_mistake_in_the_configuration_is_named(mistake, told):
    with pytest.raises(config.BadConfig, match=told):
        config.from_tables(mistake)


def test_a_file_that_is_not_toml_is_refused_by_name(tmp_path):
    broken = tmp_path / "config.toml"
    broken.write_text("[site\n")
    with pytest.raises(config.BadConfig, match=r"config\.toml"):
        config.load(broken)
