"""What holds for all tests: no property fails because a machine was busy."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from hubops import bundle, engines
from hubops.decisions import OpaServer, connect

settings.register_profile("hubops", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hubops")

LONGEST = ("test_demo", "test_breakages", "test_mutations", "test_no_silent_pass", "test_memory")


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    """OPA with the policies."""
    with connect(bundle.find(), engines.ensure("opa")) as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest begin first, so that none of them is left to one process at the end."""
    rank = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(rank)))


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if terminal:  # not within the processes that xdist starts
        config.pluginmanager.register(AtOnce(terminal))


class AtOnce:
    """Says why a test fails when it does: a run on hosts takes long, and may not come to its end."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self.terminal = terminal

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.terminal.write_line("")
            self.terminal.write_line(
                f"FAILED {report.nodeid}\n{report.longreprtext[-3000:]}\n{report.capstdout[-3000:]}"
            )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests want known of themselves, passed or not, from whichever process ran them."""
    reports = [
        report
        for kind in ("passed", "failed")
        for report in terminalreporter.stats.get(kind, [])
        if report.when == "call"
    ]
    for report in reports:
        for name, said in report.user_properties:
            if name == "told":
                terminalreporter.write_line(f"{report.nodeid}: {said}")
