"""Which units start by themselves, from files and links alone."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops.evidence.host.unit_files import enablement

VENDOR = "/usr/lib/systemd/system"
INSTALL = "[Service]\n[Install]\nWantedBy=multi-user.target\n"


def _link(root: Path, path: str, target: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)


def test_states_as_systemctl_names_them(tmp_path: Path) -> None:
    host = FakeProbe(
        tmp_path,
        {
            f"{VENDOR}/ssh.service": INSTALL,
            f"{VENDOR}/off.service": INSTALL,
            f"{VENDOR}/plain.service": "[Service]\nWantedBy=not-in-its-section\n",
            f"{VENDOR}/also.service": "[Install]\nAlso=other.socket\n",
            f"{VENDOR}/masked.service": INSTALL,
            f"{VENDOR}/getty@.service": INSTALL,
            f"{VENDOR}/console.service": INSTALL,
            "/run/systemd/generator/made.service": "[Service]\n",
            f"{VENDOR}/ignored.target": INSTALL,
        },
    )
    etc = "etc/systemd/system"
    _link(tmp_path, f"{etc}/multi-user.target.wants/ssh.service", f"{VENDOR}/ssh.service")
    _link(tmp_path, f"{etc}/sshd.service", f"{VENDOR}/ssh.service")
    _link(tmp_path, f"{etc}/getty.target.wants/getty@tty1.service", f"{VENDOR}/getty@.service")
    _link(tmp_path, f"{etc}/masked.service", "/dev/null")
    _link(
        tmp_path, "run/systemd/generator/multi-user.target.wants/console.service", f"{VENDOR}/console.service"
    )
    assert enablement(host, (".service",)) == {
        "also.service": "indirect",
        "console.service": "enabled-runtime",
        "getty@.service": "enabled",
        "made.service": "generated",
        "masked.service": "masked",
        "off.service": "disabled",
        "plain.service": "static",
        "ssh.service": "enabled",
        "sshd.service": "alias",
    }
    assert host.unreadable == []
