"""docs/settings.md: every environment variable."""

from __future__ import annotations

from pathlib import Path

from generator.source import Source, code, table
from hubops.settings import SETTINGS


def page(source: Source) -> str:
    """The body of the page."""
    rows = [
        [code(setting.variable), _default(source, setting.default), source.say(setting.help)]
        for setting in SETTINGS.values()
    ]
    listed = table([source.word(key) for key in ("variable", "default", "what_for")], rows)
    lead = f"{source.word('settings_lead')} {source.word('settings_shown')}"
    return f"# {source.word('settings')}\n\n{lead}\n\n{listed}"


def _default(source: Source, value: str) -> str:
    """The default as it is on anybody's machine."""
    value = value.replace(f"{source.bundle.root}/", "").replace(str(Path.home()), "$HOME")
    return code(value) if value else source.word("none")
