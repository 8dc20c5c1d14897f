"""A script in a process of its own answers, fails or is stopped; the program goes on."""

import pytest

from lipnet.apart import Broken, Stopped, run_apart


@pytest.fixture
def script(tmp_path):
    def written(source: str):
        path = tmp_path / "script.py"
        path.write_text(f"import os, signal, sys\n{source}")
        return path

    return written


def test_what_is_given_goes_in_and_the_answer_comes_back(script):
    echo = script("sys.stdout.buffer.write(sys.argv[1].encode() + sys.stdin.buffer.read())")
    assert run_apart(echo, "said: ", given=b"\xffbytes") == b"said: \xffbytes"


def test_a_script_that_fails_says_why(script):
    with pytest.raises(Broken, match="no such thing"):
        run_apart(script("sys.exit('no such thing')"), given=b"")


def test_a_script_that_the_system_stops_took_too_much(script):
    with pytest.raises(Stopped) as stopped:
        run_apart(script("os.kill(os.getpid(), signal.SIGKILL)"), given=b"")
    assert stopped.value.of == "memory"


def test_a_script_knows_nothing_of_where_the_program_runs(script, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    said = run_apart(script("sys.stdout.write(' '.join(sys.path))"), given=b"").decode()
    assert "/somewhere" not in said
