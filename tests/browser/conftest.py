"""One Chromium for all browser tests of a process."""

import pytest

for told in ("human", "newcomer", "partnership", "surveying", "deciding", "standing", "planning",
             "telling", "seeing"):  # fmt: skip
    pytest.register_assert_rewrite(f"tests.browser.{told}")

from tests.browser import human  # noqa: E402 - asserts are rewritten first


@pytest.fixture(scope="session")
def chrome():
    with human.chromium() as started:
        yield started


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test tells what was open when it failed."""
    report = yield
    if call.when == "call" and report.failed and human.Human.last is not None:
        report.sections.append(("the page", human.Human.last.what_is_open()))
    return report
