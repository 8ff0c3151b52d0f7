"""Section `footprint`: what somebody put on the host beyond the distribution's base, and what it offers for it.

What is asked for is told from what came along by apt's own marks, so that an update that
brings another library changes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_QUERY = "${Package}\t${db:Status-Status}\t${Priority}\t${Essential}\t${Section}\n"
_MARKS = "/var/lib/apt/extended_states"
# What every installation of the distribution has, and what only serves other packages.
_BASE = ("required", "important")
_SERVING = ("libs", "oldlibs", "perl")


def collect(probe: Probe) -> dict[str, Any]:
    """Packages that were asked for, settings that removed ones left, shares, and what inetd and xinetd start."""
    packages = list(_packages(probe))
    if not packages and not probe.unreadable:
        probe.note("dpkg-query", "it names no package")
    return {
        "asked": sorted({name for name, asked in packages if asked}),
        "left_over": sorted({name for name, asked in packages if asked is None}),
        "shares": _sorted([*_exports(probe), *_samba_shares(probe)], "share"),
        "super_servers": _sorted([*_inetd(probe), *_xinetd(probe)], "service"),
    }


def _sorted(found: list[dict[str, str]], field: str) -> list[dict[str, str]]:
    return sorted(found, key=lambda one: (one["file"], one[field]))


def _packages(probe: Probe) -> Iterator[tuple[str, bool | None]]:
    """(name, whether somebody asked for it) of each package, None of one that is gone but for its settings."""
    said = probe.run(["dpkg-query", "-W", f"-f={_QUERY}"], timeout=60)
    if said is None and not probe.has("dpkg-query"):
        probe.note("dpkg-query", "this host has no dpkg; only Debian's package manager is read")
    automatic = _automatic(probe)
    for line in (said or "").split("\n"):
        fields = line.split("\t")
        if len(fields) == 5 and fields[0]:
            name, status, priority, essential, kind = fields
            if status == "config-files":
                yield name, None
            elif status != "not-installed":
                base = priority in _BASE or essential == "yes" or kind.split("/")[-1] in _SERVING
                yield name, not base and name not in automatic
        elif line.strip():
            probe.note("dpkg-query", f"a line is not understood: {line}")


def _automatic(probe: Probe) -> set[str]:
    """The packages that came along with others, by apt's marks; without marks everything was asked for."""
    found = set()
    for paragraph in (probe.read(_MARKS) or "").split("\n\n"):
        name = re.search(r"^Package: (\S+)$", paragraph, re.MULTILINE)
        if name and re.search(r"^Auto-Installed: 1$", paragraph, re.MULTILINE):
            found.add(name[1])
    return found


def _exports(probe: Probe) -> Iterator[dict[str, str]]:
    """Each directory that NFS shares, as declared and as exported now (`etab`)."""
    for path in ["/etc/exports", *probe.glob("/etc/exports.d/*.exports"), "/var/lib/nfs/etab"]:
        for line in probe.lines(path):
            yield {"file": path, "share": line.split()[0].strip('"')}


def _samba_shares(probe: Probe) -> Iterator[dict[str, str]]:
    """Each section of Samba's settings that shares something."""
    path = "/etc/samba/smb.conf"
    for line in probe.lines(path):
        section = re.match(r"\[\s*(.+?)\s*\]", line)
        if section and section[1].lower() != "global":
            yield {"file": path, "share": section[1]}


def _inetd(probe: Probe) -> Iterator[dict[str, str]]:
    for path in ["/etc/inetd.conf", *probe.glob("/etc/inetd.d/*")]:
        for line in probe.lines(path):
            yield {"file": path, "service": line.split()[0]}


def _xinetd(probe: Probe) -> Iterator[dict[str, str]]:
    """Each service that xinetd starts: one without `disable = yes`."""
    for path in ["/etc/xinetd.conf", *probe.glob("/etc/xinetd.d/*")]:
        service, disabled = None, False
        for line in probe.lines(path):
            head = re.match(r"service\s+(\S+)", line)
            if head:
                service, disabled = head[1], False
            elif re.match(r"disable\s*=\s*yes\b", line):
                disabled = True
            elif line.startswith("}"):
                if service and not disabled:
                    yield {"file": path, "service": service}
                service = None
