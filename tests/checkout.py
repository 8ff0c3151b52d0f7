"""A copy of this checkout that a test may change, and the product run from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Checkout:
    """Everything that git knows or would add, in a folder of its own."""

    root: Path

    def run(self, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """What the copy's Python did with these arguments."""
        kept = {key: value for key, value in os.environ.items() if key != "HUBOPS_INVENTORY"}
        env = {
            **kept,
            "PYTHONPATH": str(self.root / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HUBOPS_STATE": str(self.root / ".hubops"),
            "LANG": "C.UTF-8",
            **environ,
        }
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces what must be there."""
        text = self.text(path)
        assert old in text, f"{path} does not hold {old!r}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


def copy_to(folder: Path) -> Checkout:
    """A copy of the checkout in `folder`, without what only one machine has."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return Checkout(folder)
