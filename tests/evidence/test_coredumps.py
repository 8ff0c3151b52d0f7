"""Section `coredumps`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.coredumps import collect
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate


def section(
    root: Path, files: dict[str, str], said: str | Outcome = "DefaultLimitCORE=0\n"
) -> dict[str, Any]:
    probe = FakeProbe(root, files, {"systemctl": said})
    found = {**collect(probe), "unreadable": probe.unreadable}
    assert validate("coredumps", found, bundle.find().schemas) == []
    return found


def test_a_bare_host(tmp_path: Path) -> None:
    assert section(tmp_path, {}, "DefaultLimitCORE=infinity\n") == {
        "session_limits": [],
        "service_limit": "infinity",
        "collector": {"storage": "external", "process_size_max": "default"},
        "unreadable": [],
    }


def test_the_last_hard_limit_of_a_domain_holds(tmp_path: Path) -> None:
    found = section(
        tmp_path,
        {
            "/etc/security/limits.conf": "# * hard core 9\n* hard core 1\n* soft core unlimited\n* hard nofile 5\n",
            "/etc/security/limits.d/10-a.conf": "@dev - core 100  # why\nroot\thard\tcore\t0\n",
            "/etc/security/limits.d/zz.conf": "* hard core 0\n",
            "/etc/security/limits.d/ignored": "deploy hard core unlimited\n",
        },
    )
    assert [(limit["domain"], limit["value"]) for limit in found["session_limits"]] == [
        ("*", "0"),
        ("@dev", "100"),
        ("root", "0"),
    ]


def test_drop_ins_of_systemd_coredump(tmp_path: Path) -> None:
    found = section(
        tmp_path,
        {
            "/etc/systemd/coredump.conf": "[Coredump]\nStorage=external\n",
            "/etc/systemd/coredump.conf.d/zz.conf": "[Coredump]\nStorage=none\nProcessSizeMax=0\n",
        },
    )
    assert found["collector"] == {"storage": "none", "process_size_max": "0"}


def test_a_manager_that_does_not_answer_is_noted(tmp_path: Path) -> None:
    found = section(tmp_path, {}, Outcome(1, "", "Failed to connect to bus"))
    assert found["service_limit"] is None
    assert found["unreadable"]
