"""Section `packages`: what is installed, and from which sources apt would install more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_FORMAT = "${Package}\t${Version}\t${db:Status-Status}\n"

# Options that let apt take packages that nobody signed: as sources name them, and as we do.
_TRUST = {
    "trusted": "trusted",
    "allow-insecure": "allow_insecure",
    "allow-weak": "allow_weak",
    "allow-downgrade-to-insecure": "allow_downgrade_to_insecure",
}
_SETTINGS = {
    "apt::get::allowunauthenticated": "allow_unauthenticated",
    "acquire::allowinsecurerepositories": "allow_insecure_repositories",
    "acquire::allowweakrepositories": "allow_weak_repositories",
    "acquire::allowdowngradetoinsecurerepositories": "allow_downgrade_to_insecure_repositories",
}


def collect(probe: Probe) -> dict[str, Any]:
    """Installed packages with versions, apt's sources with their trust options, and apt's own trust settings."""
    installed = sorted(_installed(probe), key=lambda package: str(package["name"]))
    if not installed and not probe.unreadable:
        probe.note("dpkg-query", "it names no package")
    return {
        "installed": installed,
        "sources": list(_sources(probe)),
        "apt": _apt(probe),
    }


def _installed(probe: Probe) -> Iterator[dict[str, str]]:
    """What dpkg has unpacked, `status` being dpkg's word for how far it got (mostly `installed`)."""
    said = probe.run(["dpkg-query", "-W", f"-f={_FORMAT}"], timeout=60)
    if said is None:
        if not probe.has("dpkg-query"):
            probe.note("dpkg-query", "this host has no dpkg; only Debian's package manager is read")
        return
    for line in said.split("\n"):
        fields = line.split("\t")
        if len(fields) == 3 and fields[0] and fields[2] not in ("not-installed", "config-files"):
            yield {"name": fields[0], "version": fields[1], "status": fields[2]}
        elif len(fields) != 3 and line.strip():
            probe.note("dpkg-query", f"a line is not understood: {line}")


def _apt(probe: Probe) -> dict[str, bool | None]:
    """apt's settings that switch authentication off; None where one is not set (then it is off)."""
    values: dict[str, bool | None] = dict.fromkeys(_SETTINGS.values())
    for line in (probe.run(["apt-config", "dump"]) or "").split("\n"):
        match = re.match(r'([\w:.-]+) "(.*)";$', line)
        if match and match[1].lower() in _SETTINGS:
            values[_SETTINGS[match[1].lower()]] = _truth(match[2])
    return values


def _sources(probe: Probe) -> Iterator[dict[str, Any]]:
    """Every source of apt, of both spellings, in the order of files."""
    for path in ["/etc/apt/sources.list", *probe.glob("/etc/apt/sources.list.d/*.list")]:
        for line in probe.lines(path):
            source = _one_line(line)
            if source:
                yield {"file": path, **source}
            else:
                probe.note(path, f"a line is not understood: {_without_password(line)}")
    for path in probe.glob("/etc/apt/sources.list.d/*.sources"):
        for paragraph in _paragraphs(probe.read(path) or ""):
            yield {"file": path, **_source(paragraph)}


def _one_line(line: str) -> dict[str, Any] | None:
    """A source spelt `deb [option=value …] uri suite component…`; None where it is not so."""
    match = re.match(r"(deb|deb-src)\s+(?:\[(.*?)\]\s*)?(\S+)\s+(\S+)\s*(.*)$", line)
    if not match:
        return None
    kind, options, uri, suite, components = match.groups()
    paragraph = {"types": kind, "uris": uri, "suites": suite, "components": components.partition("#")[0]}
    for option in (options or "").split():
        name, _, value = option.partition("=")
        paragraph[name.rstrip("+-").lower()] = value
    return _source(paragraph)


def _paragraphs(text: str) -> Iterator[dict[str, str]]:
    """The paragraphs of a deb822 file, names in lower case, continued lines joined."""
    fields: dict[str, str] = {}
    name = ""
    for line in [*text.split("\n"), ""]:
        if line.startswith("#"):
            continue
        if not line.strip():
            if fields:
                yield fields
            fields, name = {}, ""
        elif line[0] in " \t" and name:
            fields[name] += "\n" + line.strip()
        else:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()


def _source(fields: dict[str, str]) -> dict[str, Any]:
    signed_by = fields.get("signed-by")
    if signed_by and "BEGIN PGP" in signed_by:
        signed_by = "(key in the source itself)"
    return {
        "enabled": _truth(fields.get("enabled", "yes")),
        "types": fields.get("types", "").split(),
        "uris": [_without_password(uri) for uri in fields.get("uris", "").split()],
        "suites": fields.get("suites", "").split(),
        "components": fields.get("components", "").split(),
        "signed_by": signed_by or None,
        **{ours: _truth(fields[theirs]) if theirs in fields else None for theirs, ours in _TRUST.items()},
    }


def _truth(value: str) -> bool:
    """apt's reading of a switch: anything that is not a no is a yes."""
    return value.strip().lower() not in ("no", "false", "without", "off", "disable", "0", "")


def _without_password(text: str) -> str:
    return re.sub(r"//[^/@\s]*@", "//(credentials)@", text)
