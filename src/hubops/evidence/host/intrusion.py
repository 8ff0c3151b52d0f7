"""Section `intrusion`: whether fail2ban watches the logins, and whom it bans for how long.

The running server is asked, all at once: each call of its client starts a Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .services import units

if TYPE_CHECKING:
    from .probe import Probe

_JAIL = "sshd"
_QUESTIONS = {
    "jails": "status",
    "log_target": "get logtarget",
    "log_level": "get loglevel",
    "ban_seconds": f"get {_JAIL} bantime",
    "find_seconds": f"get {_JAIL} findtime",
    "max_retries": f"get {_JAIL} maxretry",
    "ignored": f"get {_JAIL} ignoreip",
    "actions": f"get {_JAIL} actions",
    "journal": f"get {_JAIL} journalmatch",
    "files": f"get {_JAIL} logpath",
}
_PROMPT = "fail2ban> "
_ASK = "printf '%s\\n' {} exit | fail2ban-client -i"
_SHELL = _ASK.format(" ".join(f"'{question}'" for question in _QUESTIONS.values()))


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/intrusion.json; `ssh` is null without such a jail."""
    unit = units(probe).get("fail2ban.service")
    active = unit is not None and unit["active"] == "active"
    answers = _asked(probe) if active else {}
    jails = sorted(
        name for name in re.split(r"[,\s]+", _after(answers.get("jails", ""), "Jail list:")) if name
    )
    return {
        "installed": probe.has("fail2ban-server"),
        "enabled": unit is not None and unit["enabled"] in ("enabled", "enabled-runtime"),
        "active": active,
        "jails": jails,
        "log": {
            "target": _last(answers.get("log_target", "")),
            "level": _after(answers.get("log_level", ""), "level is").strip(" '\n") or None,
        },
        "ssh": _ssh(probe, answers) if _JAIL in jails else None,
    }


def _asked(probe: Probe) -> dict[str, str]:
    """What the server answered to each question."""
    said = (probe.run(["sh", "-c", _SHELL], timeout=60) or "").split(_PROMPT)[1:]
    if len(said) < len(_QUESTIONS):
        probe.note("fail2ban-client", "it does not answer")
        return {}
    return dict(zip(_QUESTIONS, said))


def _ssh(probe: Probe, answers: dict[str, str]) -> dict[str, Any]:
    numbers: dict[str, int | None] = {}
    for name in ("ban_seconds", "find_seconds", "max_retries"):
        try:
            numbers[name] = int(float(answers[name].strip()))
        except ValueError:
            probe.note(f"fail2ban-client {_QUESTIONS[name]}", f"no number: {answers[name].strip()}")
            numbers[name] = None
    return {
        **numbers,
        "ignored": sorted(_listed(answers["ignored"])),
        "actions": sorted(_after(answers["actions"], "actions:").replace(",", " ").split()),
        "watches_journal": "=" in answers["journal"],
        "files": sorted(_listed(answers["files"])),
    }


def _listed(answer: str) -> list[str]:
    """The entries of fail2ban's drawn lists."""
    return [match[1].strip() for match in re.finditer(r"^[|`]- (.*)$", answer, re.MULTILINE)]


def _last(answer: str) -> str | None:
    entries = _listed(answer)
    return entries[-1] if entries else None


def _after(answer: str, words: str) -> str:
    return answer.partition(words)[2]
