"""Builds the collector as one file that runs wherever there is Python."""

from __future__ import annotations

import zipfile
from pathlib import Path

NAME = "hubops-collect.pyz"

_LAUNCHER = """\
import sys

from hubops.evidence.host.__main__ import main

sys.exit(main())
"""
# The earliest date that a zip can hold: the same sources give the same bytes on any day.
_DATE = (1980, 1, 1, 0, 0, 0)


def build_zipapp(target: Path) -> Path:
    """Write the collector to `target` (a folder, or the file's own path) and give its path.

    The bytes depend on the sources alone: fixed dates and modes, sorted, not compressed.
    """
    path = target / NAME if target.is_dir() else target
    package = Path(__file__).resolve().parents[1]
    sources = [
        package / "__init__.py",
        package / "evidence/__init__.py",
        *(package / "evidence/host").glob("*.py"),
    ]
    contents = {f"hubops/{source.relative_to(package).as_posix()}": source.read_bytes() for source in sources}
    contents["__main__.py"] = _LAUNCHER.encode()
    with path.open("wb") as file:
        file.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(file, "w") as archive:
            for name in sorted(contents):
                entry = zipfile.ZipInfo(name, _DATE)
                entry.external_attr = 0o100644 << 16
                entry.create_system = 3
                archive.writestr(entry, contents[name])
    path.chmod(0o755)
    return path
