"""Section `banners`: what is shown to people before and after they log in, and the scripts that make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .probe import Probe

MAX_CHARACTERS = 8192
"""The most of one text that leaves the host; a banner fits on a screen."""

# agetty shows the drop-ins of all these folders with /etc/issue, pam_motd those of the others with /etc/motd.
_SHOWN = {
    "console": ("/etc/issue", "/etc/issue.d/*.issue", "/run/issue.d/*.issue", "/usr/lib/issue.d/*.issue"),
    "network": ("/etc/issue.net",),
    "after_login": ("/etc/motd", "/etc/motd.d/*", "/run/motd.d/*", "/usr/lib/motd.d/*"),
}
_SCRIPTS = "/etc/update-motd.d/*"


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/banners.json."""
    texts = [
        text
        for shown, patterns in _SHOWN.items()
        for pattern in patterns
        for path in probe.glob(pattern)
        for text in _text(probe, path, shown)
    ]
    return {"texts": texts, "scripts": [path for path in probe.glob(_SCRIPTS) if _runs(probe, path)]}


def _text(probe: Probe, path: str, shown: str) -> list[dict[str, Any]]:
    """What is shown from a file, with its rights; [] where it is gone or, as noted, unreadable."""
    status, text = probe.stat(path), probe.read(path)
    if status is None or text is None:
        return []
    if len(text) > MAX_CHARACTERS:
        probe.note(path, f"longer than {MAX_CHARACTERS} characters")
        return []
    rights = {name: status[name] for name in ("path", "mode", "owner", "group")}
    return [{**rights, "shown": shown, "text": text}]


def _runs(probe: Probe, path: str) -> bool:
    """Whether pam_motd's run-parts would run it: an executable whose name has no dot."""
    status = probe.stat(path)
    return status is not None and int(status["mode"], 8) & 0o111 != 0 and "." not in path.rpartition("/")[2]
