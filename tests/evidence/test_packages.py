"""Section `packages`."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops.evidence.host.packages import collect
from hubops.evidence.host.probe import Outcome

INSTALLED = "rsyslog\t8.2302.0-1\tinstalled\napt\t2.6.1\tinstalled\nold\t1\tconfig-files\nbroken\t2\thalf-configured\n"
ONE_LINE = """\
# deb http://commented/ x main
deb [arch=amd64 trusted=yes signed-by=/usr/share/keyrings/k.gpg] http://user:secret@mirror/debian bookworm main contrib
deb-src http://mirror/debian bookworm main # why
"""
DEB822 = """\
# one comment
Types: deb deb-src
URIs: http://mirror.example.org/debian
Suites: bookworm
 bookworm-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINB
 -----END PGP PUBLIC KEY BLOCK-----

Enabled: no
Types: deb
URIs: http://other/
Suites: ./
Allow-Insecure: yes
"""
CONFIG = """\
APT "";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "1";
Acquire::http::Proxy "http://user:secret@proxy/";
"""


def _host(tmp_path: Path) -> FakeProbe:
    return FakeProbe(
        tmp_path,
        {
            "/etc/apt/sources.list": ONE_LINE,
            "/etc/apt/sources.list.d/debian.sources": DEB822,
            "/etc/apt/sources.list.d/old.list.save": "deb http://ignored/ x main\n",
        },
        {"dpkg-query": INSTALLED, "apt-config dump": CONFIG},
    )


def test_installed_packages_sorted_without_removed_ones(tmp_path: Path) -> None:
    assert collect(_host(tmp_path))["installed"] == [
        {"name": "apt", "version": "2.6.1", "status": "installed"},
        {"name": "broken", "version": "2", "status": "half-configured"},
        {"name": "rsyslog", "version": "8.2302.0-1", "status": "installed"},
    ]


def test_sources_of_both_spellings(tmp_path: Path) -> None:
    host = _host(tmp_path)
    trusted, plain, embedded, disabled = collect(host)["sources"]
    assert trusted["trusted"] is True
    assert trusted["signed_by"] == "/usr/share/keyrings/k.gpg"
    assert trusted["components"] == ["main", "contrib"]
    assert (plain["types"], plain["trusted"], plain["components"]) == (["deb-src"], None, ["main"])
    assert embedded["types"] == ["deb", "deb-src"]
    assert embedded["suites"] == ["bookworm", "bookworm-updates"]
    assert embedded["signed_by"] == "(key in the source itself)"
    assert (disabled["enabled"], disabled["allow_insecure"]) == (False, True)
    assert host.unreadable == []


def test_passwords_of_mirrors_stay_on_the_host(tmp_path: Path) -> None:
    found = collect(_host(tmp_path))
    assert "secret" not in str(found)
    assert found["sources"][0]["uris"] == ["http://(credentials)@mirror/debian"]


def test_settings_of_apt(tmp_path: Path) -> None:
    assert collect(_host(tmp_path))["apt"] == {
        "allow_unauthenticated": False,
        "allow_insecure_repositories": True,
        "allow_weak_repositories": None,
        "allow_downgrade_to_insecure_repositories": None,
    }


def test_a_host_of_another_family_is_not_called_clean(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    assert collect(host)["installed"] == []
    assert [entry["what"] for entry in host.unreadable] == ["dpkg-query"]


def test_a_source_that_is_not_understood_is_noted_without_its_password(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/etc/apt/sources.list": "rpm http://u:secret@x/\n"}, {"dpkg-query": ""})
    assert collect(host)["sources"] == []
    assert "(credentials)" in host.unreadable[0]["why"]
    assert "secret" not in str(host.unreadable)


def test_a_locked_database_is_noted(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {}, {"dpkg-query": Outcome(2, "", "dpkg-query: error: failed to open")})
    collect(host)
    assert "exit 2: dpkg-query: error: failed to open" in host.unreadable[0]["why"]
