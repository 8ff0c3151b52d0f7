"""Section `banners`."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host import banners
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

DEBIAN = {
    "/etc/issue": "Debian GNU/Linux 12 \\n \\l\n\n",
    "/etc/issue.net": "Debian GNU/Linux 12\n",
    "/etc/motd": "no warranty\n",
    "/etc/update-motd.d/10-uname": "#!/bin/sh\nuname -a\n",
}


def test_what_is_shown_and_to_whom(tmp_path: Path) -> None:
    files = {"/etc/issue.d/a.issue": "a\n", "/etc/issue.d/b.txt": "b\n", "/etc/motd.d/c": "c\n"}
    probe = FakeProbe(tmp_path, {**DEBIAN, **files}, owners={"/etc/motd": ("ann", "staff")})
    found = banners.collect(probe)
    assert validate("banners", {**found, "unreadable": probe.unreadable}, SCHEMAS) == []
    assert [(text["path"], text["shown"]) for text in found["texts"]] == [
        ("/etc/issue", "console"),
        ("/etc/issue.d/a.issue", "console"),
        ("/etc/issue.net", "network"),
        ("/etc/motd", "after_login"),
        ("/etc/motd.d/c", "after_login"),
    ]
    assert found["texts"][0]["text"] == DEBIAN["/etc/issue"]
    assert (found["texts"][3]["owner"], found["texts"][3]["mode"]) == ("ann", "0644")


def test_scripts_that_would_run(tmp_path: Path) -> None:
    probe = FakeProbe(
        tmp_path, {**DEBIAN, "/etc/update-motd.d/20-a.dpkg-old": "", "/etc/update-motd.d/30": ""}
    )
    for name in ("10-uname", "20-a.dpkg-old"):
        probe.chmod(f"/etc/update-motd.d/{name}", 0o755)
    assert banners.collect(probe)["scripts"] == ["/etc/update-motd.d/10-uname"]


def test_a_host_without_any(tmp_path: Path) -> None:
    assert banners.collect(FakeProbe(tmp_path)) == {"texts": [], "scripts": []}


def test_a_text_that_is_too_long_is_noted(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, {"/etc/motd": "x" * 8193, "/etc/issue": "x" * 8192})
    assert [text["path"] for text in banners.collect(probe)["texts"]] == ["/etc/issue"]
    assert [one["what"] for one in probe.unreadable] == ["/etc/motd"]
