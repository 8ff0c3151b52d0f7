"""`python trim.py FROM TO STATE`: collected evidence as it is kept here; see README.md."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

LONG = {"packages": "installed", "services": "units"}
KEPT = 12
"""Entries that stay of a long list whose entries are all of one kind."""


def trimmed(stored: dict[str, Any], state: str) -> str:
    """The file as one line, its long lists cut, without traces of the machine that collected."""
    for evidence in stored["evidence"]:
        if name := LONG.get(evidence["section"]):
            evidence["data"][name] = evidence["data"][name][:KEPT]
        if evidence["section"] == "os" and evidence["data"]["platform"] == "container":
            evidence["data"]["kernel"] = "6.1.0"
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    return text.replace(state, "/var/lib/hubops") + "\n"


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.json")):
        (target / path.name).write_text(trimmed(json.loads(path.read_text("utf-8")), sys.argv[3]), "utf-8")
