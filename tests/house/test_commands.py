"""The command line does what it says, ends with a clear code, and never with a stack."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.ports import free_port

LIPNET = Path(sys.executable).with_name("lipnet")
TOP = Path(__file__).resolve().parents[2]
FIGURES = {
    "responses", "questions", "engine", "store_s", "recount_s", "frequencies_s",
    "filtered_crosstab_s", "fold_1000_s", "release_s", "served_frequencies_s", "served_crosstab_s",
    "served_readers_page_s", "resident_mb", "export_csv_s", "export_rows", "export_more_mb",
}  # fmt: skip


def lipnet(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [LIPNET, "--data", str(folder), *words],
        capture_output=True, text=True, cwd=folder.parent, env=quiet(), check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def quiet() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "LIPNET_CONFIG"}


@pytest.fixture
def house(tmp_path):
    lipnet(tmp_path / "data", "migrate")
    return tmp_path / "data"


def test_migrating_twice_changes_nothing(house):
    assert lipnet(house, "migrate").stdout == "nothing to do\n"


def test_four_that_migrate_at_once_migrate_once(tmp_path):
    words = [LIPNET, "--data", str(tmp_path / "data"), "migrate"]
    several = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = [process.communicate()[0] for process in several]
    assert [process.returncode for process in several] == [0] * 4
    assert sum("applied 0001_core" in text for text in told) == 1


def test_the_keys_are_made_once_and_readable_by_their_owner_only(house):
    keys = {path.name: path.read_bytes() for path in (house / "secrets").iterdir()}
    assert set(keys) == {"signing.key", "pepper.key"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (house / "secrets").iterdir())
    lipnet(house, "migrate")
    assert {path.name: path.read_bytes() for path in (house / "secrets").iterdir()} == keys


def test_without_its_keys_the_program_does_not_serve(house):
    (house / "secrets" / "pepper.key").unlink()
    assert "pepper.key is missing" in lipnet(house, "serve", code=2).stderr


def test_before_migrating_the_program_does_not_serve(house):
    lipnet(house, "migrate", "--back")
    assert "lipnet migrate" in lipnet(house, "serve", code=1).stderr


def test_a_mistake_in_the_configuration_is_told_without_a_stack(tmp_path):
    (tmp_path / "config.toml").write_text("[server]\nprot = 1\n")
    done = subprocess.run(
        [LIPNET, "--config", tmp_path / "config.toml", "routes"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "unknown option prot" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_says_that_all_is_whole_or_what_is_not(house):
    assert json.loads(lipnet(house, "check", "--json").stdout) == []
    (house / "secrets" / "pepper.key").chmod(0o644)
    (fault,) = json.loads(lipnet(house, "check", "--json", code=1).stdout)
    assert fault["code"] == "readable_key"


def test_answers_are_counted_anew_by_command(house):
    assert "no such survey" in lipnet(house, "recount", "nowhere", code=1).stderr


def test_a_backup_comes_back_by_command(house, tmp_path):
    words = ("add-coordinator", "Ana Silva", "ana@example.org", "--password", "correct-horse-9")
    lipnet(house, *words)
    lipnet(house, "backup", str(tmp_path / "kept.zip"))
    lipnet(tmp_path / "other", "restore", str(tmp_path / "kept.zip"))
    assert "is missing" in lipnet(tmp_path / "other", "routes", code=2).stderr
    lipnet(tmp_path / "other", "migrate")
    for name, folder in (("one", house), ("two", tmp_path / "other")):
        lipnet(folder, "export", str(tmp_path / name))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert b"ana@example.org" in (tmp_path / "two" / "person.jsonl").read_bytes()
    refused = lipnet(tmp_path / "other", "restore", str(tmp_path / "kept.zip"), code=1)
    assert "not empty" in refused.stderr


def test_every_address_is_listed_with_who_may_use_it(house):
    told = lipnet(house, "routes").stdout
    assert any("/healthz" in line and "everybody" in line for line in told.splitlines())
    assert "nobody" not in told


def test_the_server_serves_and_ends_politely(house):
    port = free_port()
    server = subprocess.Popen(
        [LIPNET, "--data", str(house), "serve", "--port", str(port)],
        cwd=house.parent, env=quiet(), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert json.loads(wait_for(f"http://127.0.0.1:{port}/healthz"))["status"] == "ok"
    finally:
        server.send_signal(signal.SIGTERM)
    told = server.communicate(timeout=30)[1]
    assert server.returncode == 0, told
    assert all(json.loads(line)["at"] for line in told.splitlines()), "the log is lines of JSON"


def test_a_port_that_is_taken_is_told_without_a_stack(house):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        told = lipnet(house, "serve", "--port", port, code=1).stderr
    assert f"cannot listen on 127.0.0.1:{port}" in told


def wait_for(address: str) -> bytes:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read()
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"{address} does not answer")


def test_the_worker_does_every_job_once(house):
    lipnet(house, "worker", "--once")


def test_figures_of_counting_are_told_to_programs(tmp_path):
    told = json.loads(
        lipnet(tmp_path / "data", "bench", "results", "--responses", "1000", "--json").stdout
    )
    assert told.keys() >= FIGURES
    assert all(f"{name.removesuffix('_s')}_cpu_s" in told for name in FIGURES if name[-2:] == "_s")
    assert (told["responses"], told["questions"], told["engine"]) == (1000, 40, "sqlite")
    assert told["export_rows"] == 2000  # and those that were folded in


def test_make_help_names_every_target():
    told = subprocess.run(["make", "help"], cwd=TOP, capture_output=True, text=True, check=True)
    for target in ("setup", "run", "test", "lint", "corpus", "bench", "screenshots"):
        assert any(line.startswith(target) for line in told.stdout.splitlines())
