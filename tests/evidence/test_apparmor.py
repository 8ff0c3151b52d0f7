"""Section `apparmor`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.apparmor import collect
from hubops.evidence.schema import validate

PROFILES = "/sys/kernel/security/apparmor/profiles"
ON = {
    "/sys/module/apparmor/parameters/enabled": "Y\n",
    PROFILES: "rsyslogd (enforce)\n/usr/sbin/chronyd (complain)\n/usr/sbin/chronyd//null-/bin/x (complain)\n",
}


def section(root: Path, files: dict[str, str], virt: str = "kvm") -> dict[str, Any]:
    probe = FakeProbe(root, files, {"systemd-detect-virt": f"{virt}\n"})
    found = {**collect(probe), "unreadable": probe.unreadable}
    assert validate("apparmor", found, bundle.find().schemas) == []
    return found


def process(root: Path, pid: int, program: str, label: str) -> dict[str, str]:
    folder = root / f"proc/{pid}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exe").symlink_to(program)
    return {f"/proc/{pid}/attr/apparmor/current": f"{label}\n"}


def test_profiles_and_their_modes(tmp_path: Path) -> None:
    found = section(tmp_path, ON)
    assert (found["enabled"], found["at_start"]) == (True, False)
    assert [(one["name"], one["mode"]) for one in found["profiles"]] == [
        ("/usr/sbin/chronyd", "complain"),
        ("/usr/sbin/chronyd//null-/bin/x", "complain"),
        ("rsyslogd", "enforce"),
    ]


def test_programs_that_run_beside_their_profile(tmp_path: Path) -> None:
    running = {
        **process(tmp_path, 10, "/usr/sbin/chronyd", "unconfined"),
        **process(tmp_path, 11, "/usr/sbin/rsyslogd", "rsyslogd (enforce)"),
        **process(tmp_path, 12, "/usr/sbin/sshd", "unconfined"),
    }
    assert section(tmp_path, {**ON, **running})["unconfined"] == ["/usr/sbin/chronyd"]


def test_off(tmp_path: Path) -> None:
    assert section(tmp_path, {}) == {
        "enabled": False,
        "at_start": False,
        "profiles": [],
        "unconfined": [],
        "unreadable": [],
    }


def test_a_container_is_asked_nothing(tmp_path: Path) -> None:
    assert section(tmp_path, ON, "podman")["enabled"] is None


def test_what_cannot_be_read_is_noted(tmp_path: Path) -> None:
    hidden = section(tmp_path, {"/sys/module/apparmor/parameters/enabled": "Y\n"})
    assert [one["what"] for one in hidden["unreadable"]] == [PROFILES]
    odd = section(tmp_path, {**ON, PROFILES: "x (dreaming)\n"})
    assert odd["unreadable"]
