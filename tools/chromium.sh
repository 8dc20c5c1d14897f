#!/usr/bin/env bash
# The browser tests need Chromium: find it, install Debian's package when root, or say what to do.
set -euo pipefail
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Chromium for the browser tests"
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-noto-core >/dev/null
    exit 0
fi
echo "The browser tests need Chromium. Install it (on Debian: apt-get install chromium)" >&2
echo "or name it: make test CHROMIUM=/path/to/chromium" >&2
exit 1
