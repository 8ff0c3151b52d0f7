"""Section `integrity`: what AIDE watches, its base, when it last looked, and which packages' files were altered.

The scope is AIDE's own answer: it is asked for files in each directory, as they would be if they were new.
What the last run found is read from its record, because a run takes minutes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .jobs import days_since, record, states

if TYPE_CHECKING:
    from .probe import Probe

_CONFIGS = ("/etc/aide/hubops.conf", "/etc/aide/aide.conf", "/etc/aide.conf")
_RECORD = "/var/lib/hubops/integrity/status.json"
_TIMERS = ("hubops-integrity.timer", "dailyaidecheck.timer")
_DIRECTORIES = ("/boot", "/etc", "/usr/bin", "/usr/lib", "/usr/local", "/usr/sbin")
# What an intruder changes first: accounts, rights, the audit's rules and what is run by root.
_FILES = (
    "/etc/audit/auditd.conf",
    "/etc/audit/rules.d/audit.rules",
    "/etc/ld.so.preload",
    "/etc/pam.d/common-auth",
    "/etc/passwd",
    "/etc/shadow",
    "/etc/ssh/sshd_config",
    "/etc/sudoers",
    "/etc/systemd/system/example.service",
    "/usr/bin/sudo",
    "/usr/sbin/sshd",
)
_HASHES = {"sha256", "sha512", "sha512_256", "sha3_256", "sha3_512", "whirlpool", "stribog256", "stribog512"}
_MOST = 50
"""Names that are kept of a long list; the counts stay whole."""


def collect(probe: Probe) -> dict[str, Any]:
    """AIDE's scope and base, the timer that runs it, and what its last run found."""
    installed = probe.has("aide")
    config = next((path for path in _CONFIGS if probe.exists(path)), None)
    usable = installed and config is not None
    return {
        "installed": installed,
        "config": config,
        "base": _base(probe, config) if config else None,
        "kept_sha256": None,  # whoever collects knows what was kept away from the host
        "directories": [_scope(probe, config, path, f"{path}/new-file") for path in _DIRECTORIES]
        if usable and config
        else [],
        "files": [_scope(probe, config, path, path) for path in _FILES] if usable and config else [],
        "timers": states(probe, _TIMERS),
        "last_check": _last_check(record(probe, _RECORD)),
    }


def _base(probe: Probe, config: str) -> dict[str, Any] | None:
    """The base that checks compare with; None where there is none."""
    named = [
        line.partition("=")[2].strip()
        for line in probe.lines(config)
        if re.match(r"database(_in)?\s*=", line)
    ]
    path = re.sub(r"^file:/*", "/", named[-1]) if named else ""
    status = probe.stat(path) if path else None
    if status is None:
        return None
    said = probe.run(["sha256sum", path], timeout=60)
    digest = (said or "").split(" ")[0]
    if not re.fullmatch("[0-9a-f]{64}", digest):
        probe.note(path, "its digest could not be made")
        return None
    return {
        "path": path,
        "mode": status["mode"],
        "owner": status["owner"],
        "empty": status["size"] == 0,
        "sha256": digest,
    }


def _scope(probe: Probe, config: str, path: str, file: str) -> dict[str, Any]:
    """Whether AIDE covers a file, and with a digest that cannot be forged.

    AIDE prints the rule that takes it in: `… selective rule: '/etc (none) l+p+u+sha256' (file:line …)`.
    """
    argv = ["aide", "--config", config, f"--path-check=f:{file}"]
    said = probe.run(argv, ok=(0, 1, 2))
    covered = probe.exit_code(argv) == 0
    attributes = re.search(r"rule: '.*?([\w+]+)' \(", said or "")
    hashed = bool(attributes and _HASHES & set(attributes[1].split("+")))
    return {"path": path, "covered": covered, "hashed": covered and hashed}


def _last_check(said: dict[str, Any] | None) -> dict[str, Any] | None:
    """The last run: whether it came to its end, what differs from the base and from the packages."""
    if said is None:
        return None
    changes = said.get("changes") or {}
    altered = said.get("altered")
    return {
        "days": days_since(said["finished"]),
        "completed": said.get("completed") is True,
        "changes": {kind: _names(changes.get(kind)) for kind in ("added", "removed", "changed")},
        "altered": None if altered is None else _names(altered),
    }


def _names(found: Any) -> dict[str, Any]:
    """How many names there are, and the first of them."""
    names = sorted(str(one) for one in found or ())
    return {"count": len(names), "first": names[:_MOST]}
