"""Writes all that is generated: the pages below docs/ and the published schemas; `--check` only looks.

Every page is made in both languages by a process of its own, because the language of the command
line is settled when it is imported, and what a page says must not depend on whose machine made it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARK = "<!-- Written by `make docs`; do not edit. -->"
LANGUAGES = ("en", "zh")


def pages() -> dict[str, str]:
    """The text of all that is generated, by its path in the checkout."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found |= _in(language)
    return dict(sorted(found.items()))


def faults(wanted: dict[str, str]) -> dict[str, str]:
    """What is wrong on disk, by path: `stale`, `missing`, or `extra` for what nothing generates any more."""
    there = {path: (ROOT / path).read_text(encoding="utf-8") for path in wanted if (ROOT / path).is_file()}
    wrong = {
        path: "stale" if path in there else "missing" for path in wanted if there.get(path) != wanted[path]
    }
    return wrong | {path: "extra" for path in _generated() if path not in wanted}


def write() -> list[str]:
    """Makes the checkout hold exactly what is generated; gives the paths that it changed."""
    wanted = pages()
    wrong = faults(wanted)
    for path, fault in wrong.items():
        target = ROOT / path
        if fault == "extra":
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(wanted[path], encoding="utf-8")
    return list(wrong)


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        wrong = faults(pages())
        for path, fault in wrong.items():
            print(f"{path}: {fault}: run `make docs`")
        return 1 if wrong else 0
    if arguments:
        print(f"{' '.join(arguments)}: valid: --check, or nothing", file=sys.stderr)
        return 2
    for path in write():
        print(path)
    return 0


def _generated() -> list[str]:
    """The files on disk that an earlier run wrote."""
    marked = [p for p in ROOT.glob("docs/**/*.md") if p.read_text(encoding="utf-8").startswith(MARK)]
    return sorted(str(path.relative_to(ROOT)) for path in [*marked, *ROOT.glob("docs/schemas/**/*.json")])


def _in(language: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as home:
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'docs'}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": home,
            "HUBOPS_LANG": language,
            "LANG": "C.UTF-8",
        }
        done = subprocess.run(
            [sys.executable, "-m", "generator", language, MARK],
            cwd=home, env=environ, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    found: dict[str, str] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
