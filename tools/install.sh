#!/usr/bin/env bash
# Install the locked dependencies of "run", "dev" or "bench" into .venv, every one checked by its hash.
set -euo pipefail
lock="requirements/$1.lock"
python=.venv/bin/python
echo "installing $lock into .venv"
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python "$python" --require-hashes -r "$lock"
    uv pip install --quiet --python "$python" --no-deps --no-build-isolation -e .
else
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
