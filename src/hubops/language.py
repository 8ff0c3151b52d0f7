"""The language of what is printed. It imports nothing heavy, because `hubops --version` waits for it."""

from __future__ import annotations

import os
from typing import Literal


def language(explicit: str = "") -> Literal["zh", "en"]:
    """`zh` or `en`: what was asked for, else the setting, else the locale's, else English."""
    environ = os.environ
    wanted = explicit or environ.get("HUBOPS_LANG") or environ.get("LC_ALL") or environ.get("LANG") or ""
    return "zh" if wanted.lower().startswith("zh") else "en"


def t(en: str, zh: str) -> str:
    """One of two wordings, by the language in force."""
    return zh if language() == "zh" else en
