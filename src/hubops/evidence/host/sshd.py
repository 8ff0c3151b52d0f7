"""Section `sshd`: the SSH server's effective settings, its keys' fingerprints and its files.

Settings come from `sshd -T`, which has drop-ins and defaults worked in. It answers for the
connection that nobody makes, so the settings inside Match blocks are read from the files.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

CONFIG = "/etc/ssh/sshd_config"
FOLDER = "/etc/ssh"
MAX_DEPTH = 16
"""How deep sshd itself follows Include."""

WORDS = (
    "permitrootlogin",
    "passwordauthentication",
    "kbdinteractiveauthentication",
    "pubkeyauthentication",
    "permitemptypasswords",
    "hostbasedauthentication",
    "ignorerhosts",
    "permituserenvironment",
    "strictmodes",
    "usepam",
    "x11forwarding",
    "allowagentforwarding",
    "allowtcpforwarding",
    "allowstreamlocalforwarding",
    "disableforwarding",
    "gatewayports",
    "permittunnel",
    "maxstartups",
    "loglevel",
    "syslogfacility",
    "banner",
    "compression",
    "rekeylimit",
    "permituserrc",
    "gssapiauthentication",
    "kerberosauthentication",
    "authorizedkeyscommand",
    "trustedusercakeys",
)
NUMBERS = (
    "logingracetime",
    "maxauthtries",
    "maxsessions",
    "clientaliveinterval",
    "clientalivecountmax",
    "requiredrsasize",
)
ALGORITHMS = ("ciphers", "macs", "kexalgorithms", "hostkeyalgorithms", "pubkeyacceptedalgorithms")
NAMES = (
    "allowusers",
    "allowgroups",
    "denyusers",
    "denygroups",
    "authenticationmethods",
    "authorizedkeysfile",
)

_OLD_NAMES = {
    "challengeresponseauthentication": "kbdinteractiveauthentication",  # before OpenSSH 8.7
    "pubkeyacceptedkeytypes": "pubkeyacceptedalgorithms",  # before OpenSSH 8.5
}


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/sshd.json; `options` is null without a server."""
    installed = probe.has("sshd")
    arguments = daemon_arguments(probe.lines("/etc/default/ssh"))
    config = arguments[arguments.index("-f") + 1] if "-f" in arguments else CONFIG
    lines = list(_lines(probe, config)) if installed else []
    answer = probe.run(["sshd", "-T", *arguments]) if installed else None
    keys = [path for path in host_key_paths(answer or "") if probe.exists(path)]
    private = {*keys, *probe.glob(f"{FOLDER}/ssh_host_*_key")} if installed else set()
    return {
        "installed": installed,
        "options": None if answer is None else options(answer),
        "matches": [setting for line in lines for setting in line.matched()],
        "host_keys": [key for path in keys for key in _host_key(probe, path)],
        "config_files": _owned(probe, {line.path for line in lines}),
        "private_keys": _owned(probe, private),
    }


class Line(NamedTuple):
    """One setting of a configuration file; `criteria` is that of the Match block it stands in, or empty."""

    path: str
    criteria: str
    name: str
    value: str

    def matched(self) -> list[dict[str, str]]:
        """The setting as the schema has it if it is for some connections only, else []."""
        setting = {
            "path": self.path,
            "criteria": self.criteria,
            "option": self.name,
            "value": self.value.lower(),
        }
        return [setting] if self.criteria and self.name else []


def daemon_arguments(lines: list[str]) -> list[str]:
    """What SSHD_OPTS of /etc/default/ssh adds to the server's settings: its `-f` and `-o` only."""
    values = [line.partition("=")[2] for line in lines if line.startswith("SSHD_OPTS=")]
    words = values[-1].strip("\"'").split() if values else []
    return [word for pair in zip(words, words[1:]) if pair[0] in ("-f", "-o") for word in pair]


def options(answer: str) -> dict[str, Any]:
    """The options that we need out of `sshd -T`; what this version does not print is null or empty."""
    said: dict[str, list[str]] = {}
    for line in answer.splitlines():
        name, _, value = line.strip().partition(" ")
        name = name.lower()
        said.setdefault(_OLD_NAMES.get(name, name), []).append(value.strip())

    def only(name: str) -> str | None:
        return said[name][0] if name in said else None

    return {
        "port": sorted(number for number in map(_number, said.get("port", [])) if number is not None),
        **{name: only(name) for name in WORDS},
        **{name: _number(only(name)) for name in NUMBERS},
        **{name: _listed(said.get(name, []), ",") for name in ALGORITHMS},
        **{name: sorted(_listed(said.get(name, []), None)) for name in NAMES},
    }


def host_key_paths(answer: str) -> list[str]:
    """The private host keys that the server would load, as `sshd -T` names them."""
    return sorted(set(re.findall(r"^hostkey (/\S+)$", answer, re.MULTILINE)))


def public_key(text: str) -> dict[str, Any] | None:
    """{"type", "bits", "fingerprint"} of a line in a `.pub` file; None where it is no such line."""
    words = text.split()
    try:
        blob = base64.b64decode(words[1], validate=True)
        fields = list(_fields(blob))
    except (IndexError, ValueError, binascii.Error):
        return None
    kind = fields[0].decode("ascii", "replace") if fields else ""
    if kind == "ssh-rsa" and len(fields) == 3:
        name, bits = "rsa", int.from_bytes(fields[2], "big").bit_length()
    elif kind == "ssh-ed25519" and len(fields) == 2:
        name, bits = "ed25519", 256
    elif kind.startswith("ecdsa-sha2-nistp") and len(fields) == 3:
        name, bits = "ecdsa", _number(kind[len("ecdsa-sha2-nistp") :]) or 0
    elif kind == "ssh-dss" and len(fields) == 5:
        name, bits = "dsa", int.from_bytes(fields[1], "big").bit_length()
    else:
        return None
    digest = base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")
    return {"type": name, "bits": bits, "fingerprint": "SHA256:" + digest}


def _fields(blob: bytes) -> Iterator[bytes]:
    """The strings of an SSH wire-format blob, each behind its length in four bytes."""
    while blob:
        length = int.from_bytes(blob[:4], "big")
        if len(blob) < 4 + length:
            raise ValueError("cut short")
        yield blob[4 : 4 + length]
        blob = blob[4 + length :]


def _host_key(probe: Probe, path: str) -> list[dict[str, Any]]:
    """The key whose private half is at `path`, from its public half; [] and a note where that fails."""
    text = probe.read(path + ".pub")
    key = public_key(text or "")
    if key is None:
        probe.note(path + ".pub", "the public half of a host key is absent or unreadable")
        return []
    return [{"path": path, **key}]


def _lines(probe: Probe, path: str, criteria: str = "", depth: int = 0) -> Iterator[Line]:
    """The settings of a file and of what it includes, in the order that sshd reads them.

    A Match block ends with its file, and what it includes is for the same connections.
    """
    outer = criteria
    yield Line(path, "", "", "")  # so that an empty file counts as one that was read
    for line in probe.lines(path):
        name, value = keyword(line)
        if name == "match":
            criteria = outer if value.lower() == "all" else value
        elif name == "include" and depth < MAX_DEPTH:
            for pattern in value.split():
                for included in probe.glob(pattern if pattern.startswith("/") else f"{FOLDER}/{pattern}"):
                    yield from _lines(probe, included, criteria, depth + 1)
        else:
            yield Line(path, criteria, name, value)


def keyword(line: str) -> tuple[str, str]:
    """(name in lower case, value without quotes) of a line; sshd takes blanks or one `=` between."""
    found = re.match(r"([A-Za-z0-9]+)(?:\s*=\s*|\s+)(.*)", line.strip())
    return (found[1].lower(), found[2].replace('"', "").strip()) if found else ("", "")


def _owned(probe: Probe, paths: set[str]) -> list[dict[str, Any]]:
    """Who may read each of these files, sorted; those that are absent are left out."""
    found = (probe.stat(path) for path in sorted(paths))
    return [{name: status[name] for name in ("path", "mode", "owner")} for status in found if status]


def _listed(values: list[str], separator: str | None) -> list[str]:
    return [item for value in values for item in value.split(separator) if item]


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else None
