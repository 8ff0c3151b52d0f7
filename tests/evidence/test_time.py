"""Section `time`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.probe import Outcome
from hubops.evidence.host.time import collect

CHRONY = """\
# the hub's own servers
server 10.0.0.1 iburst
! server commented.example
pool ntp.example iburst maxsources 2
confdir /etc/chrony/conf.d /run/chrony.d
sourcedir /etc/chrony/sources.d
include /etc/chrony/more/*.conf
makestep 1 3
"""
TRACKING = "0A000001,10.0.0.1,3,1700000000.1,0.000123,-0.000012,0.0001,1.5,0.0,0.1,0.001,0.002,64.2,Normal\n"
SOURCES = "^,*,10.0.0.1,2,6,377,33,0.0001,0.0001,0.01\n^,?,10.0.0.9,0,6,0,4294967295,0.0,0.0,0.0\n"


def _host(tmp_path: Path, active: str = "active", **commands: str | Outcome) -> FakeProbe:
    files = {
        "/etc/chrony/chrony.conf": CHRONY,
        "/etc/chrony/conf.d/a.conf": "server from-confdir\n",
        "/etc/chrony/conf.d/not-read.txt": "server never\n",
        "/run/chrony.d/a.conf": "server hidden-by-the-first-folder\n",
        "/run/chrony.d/b.conf": "peer from-the-second-folder\n",
        "/etc/chrony/sources.d/site.sources": "server from-sourcedir\nserver unfinished-line",
        "/etc/chrony/more/z.conf": "server included\ninclude /etc/chrony/chrony.conf\n",
        "/usr/lib/systemd/system/chrony.service": "[Install]\nWantedBy=multi-user.target\n",
    }
    said = {
        "systemctl": f"chrony.service loaded {active} running chrony\n",
        "chronyc -n -c tracking": TRACKING,
        "chronyc -n -c sources": SOURCES,
        **commands,
    }
    host = FakeProbe(tmp_path, files, said)
    wants = tmp_path / "etc/systemd/system/multi-user.target.wants"
    wants.mkdir(parents=True)
    (wants / "chrony.service").symlink_to("/lib/systemd/system/chrony.service")
    return host


def test_sources_of_all_files_in_chronys_order(tmp_path: Path) -> None:
    host = _host(tmp_path)
    assert [source["name"] for source in collect(host)["sources"]] == [
        "10.0.0.1",
        "ntp.example",
        "from-confdir",
        "from-the-second-folder",
        "from-sourcedir",
        "included",
    ]
    assert host.unreadable == []


def test_the_clock_of_a_running_chrony(tmp_path: Path) -> None:
    found = collect(_host(tmp_path))
    assert found["services"] == [{"name": "chrony", "enabled": True, "active": True}]
    assert found["clock"] == {"synchronised": True, "offset_within_seconds": 0.1}
    assert found["chrony_peers"] == [
        {"address": "10.0.0.1", "state": "selected", "reachable": True},
        {"address": "10.0.0.9", "state": "unusable", "reachable": False},
    ]


@pytest.mark.parametrize(
    ("offset", "within"),
    [("0.0", 0.1), ("-0.1", 0.1), ("0.11", 0.2), ("-0.4999", 0.5), ("0.51", 0.6), ("75.01", 75.1)],
)
def test_offsets_are_rounded_up_so_that_the_digest_rests(tmp_path: Path, offset: str, within: float) -> None:
    tracking = TRACKING.replace("0.000123", offset)
    found = collect(_host(tmp_path, **{"chronyc -n -c tracking": tracking}))
    assert found["clock"]["offset_within_seconds"] == within


def test_a_clock_without_a_source(tmp_path: Path) -> None:
    found = collect(
        _host(tmp_path, **{"chronyc -n -c tracking": TRACKING.replace("Normal", "Not synchronised")})
    )
    assert found["clock"]["synchronised"] is False


@pytest.mark.parametrize(
    "said", ["", "nonsense\n", TRACKING.replace("0.000123", "inf"), Outcome(1, "", "506 Cannot talk")]
)
def test_an_answer_that_is_none_is_unreadable(tmp_path: Path, said: str | Outcome) -> None:
    host = _host(tmp_path, **{"chronyc -n -c tracking": said})
    assert collect(host)["clock"] == {"synchronised": None, "offset_within_seconds": None}
    assert host.unreadable


def test_a_stopped_chrony_is_not_asked(tmp_path: Path) -> None:
    host = _host(tmp_path, active="inactive")
    found = collect(host)
    assert found["services"][0]["active"] is False
    assert found["clock"] == {"synchronised": None, "offset_within_seconds": None}
    assert not [line for line in host.ran if line.startswith("chronyc")]


def test_timesyncd_with_a_drop_in(tmp_path: Path) -> None:
    files = {
        "/usr/lib/systemd/system/systemd-timesyncd.service": "[Install]\nWantedBy=sysinit.target\n",
        "/etc/systemd/timesyncd.conf": "[Time]\nNTP=\nFallbackNTP=a.example b.example\n",
        "/etc/systemd/timesyncd.conf.d/site.conf": "[Time]\nNTP=10.0.0.1 10.0.0.2\n",
        "/run/systemd/timesync/synchronized": "",
    }
    host = FakeProbe(tmp_path, files, {"systemctl": "systemd-timesyncd.service loaded active running x\n"})
    found = collect(host)
    assert [source["name"] for source in found["sources"]] == ["10.0.0.1", "10.0.0.2"]
    assert found["clock"] == {"synchronised": True, "offset_within_seconds": None}
