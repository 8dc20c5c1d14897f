"""Served by another server than our own, the program keeps the same silence."""

import os
import subprocess
import sys
from pathlib import Path

from lipnet.core import secrets

TOP = Path(__file__).resolve().parents[2]
FAULT = """
import wsgi
@wsgi.app.route("/fault")
def fault():
    raise ValueError("what somebody answered")
fault.access = __import__("lipnet.core.web", fromlist=["Public"]).Public()
assert wsgi.app.test_client().get("/fault").status_code == 500
"""


def test_a_fault_is_logged_without_what_it_says(tmp_path):
    secrets.make(tmp_path)
    settings = tmp_path / "config.toml"
    settings.write_text(f'[data]\nfolder = "{tmp_path}"\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FAULT],
        capture_output=True, text=True, cwd=TOP, check=True,
        env={**os.environ, "LIPNET_CONFIG": str(settings)},
    )  # fmt: skip
    assert "unexpected error" in done.stderr
    assert "what somebody answered" not in done.stderr
