"""Section `footprint`."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops.evidence.host.footprint import collect
from hubops.evidence.host.probe import Outcome

LINES = """\
bash\tinstalled\trequired\tyes\tshells
libc6\tinstalled\toptional\tno\tlibs
nsnake\tinstalled\toptional\tno\tgames
cpp-12\tinstalled\toptional\tno\tdevel
half\thalf-configured\toptional\tno\tadmin
chrony\tconfig-files\toptional\tno\tnet
old\tnot-installed\toptional\tno\tnet
"""
MARKS = "Package: cpp-12\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: nsnake\nArchitecture: amd64\nAuto-Installed: 0\n"


def test_what_somebody_asked_for(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/var/lib/apt/extended_states": MARKS}, {"dpkg-query": LINES})
    found = collect(host)
    assert found["asked"] == ["half", "nsnake"]
    assert found["left_over"] == ["chrony"]
    assert host.unreadable == []


def test_without_marks_everything_was_asked_for(tmp_path: Path) -> None:
    assert "cpp-12" in collect(FakeProbe(tmp_path, {}, {"dpkg-query": LINES}))["asked"]


def test_a_host_without_dpkg_or_with_one_that_fails_is_not_read(tmp_path: Path) -> None:
    for commands in (
        {},
        {"dpkg-query": Outcome(2, "", "locked")},
        {"dpkg-query": ""},
        {"dpkg-query": "one\n"},
    ):
        host = FakeProbe(tmp_path, {}, commands)
        assert collect(host)["asked"] == []
        assert host.unreadable != []


def test_shares_of_nfs_and_samba(tmp_path: Path) -> None:
    files = {
        "/etc/exports": "# none\n\n/srv *(rw)\n",
        "/etc/exports.d/a.exports": '"/with space" host(ro)\n',
        "/var/lib/nfs/etab": "/now 10.0.0.0/8(rw)\n",
        "/etc/samba/smb.conf": "[global]\n  workgroup = X\n; [off]\n[ public ]\n  path = /srv\n",
    }
    shares = collect(FakeProbe(tmp_path, files, {"dpkg-query": LINES}))["shares"]
    assert [one["share"] for one in shares] == ["/srv", "/with", "public", "/now"]


def test_what_super_servers_start(tmp_path: Path) -> None:
    files = {
        "/etc/inetd.conf": "#echo stream tcp\ntelnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n",
        "/etc/xinetd.d/tftp": "service tftp\n{\n  disable = no\n}\n",
        "/etc/xinetd.d/time": "service time\n{\n  disable = yes\n}\nservice echo\n{\n}\n",
    }
    found = collect(FakeProbe(tmp_path, files, {"dpkg-query": LINES}))["super_servers"]
    assert [one["service"] for one in found] == ["telnet", "tftp", "echo"]
