"""`hubops` as a process of its own: what it says, what it leaves behind, and what it had stored."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hubops import bundle
from hubops.store import open_store

ERROR = "error: "


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line of the error; the hint below it is left out."""
        assert "Traceback" not in self.err, self.err
        lines = self.err.splitlines()
        (number,) = (number for number, line in enumerate(lines) if line.startswith(ERROR))
        assert len(lines) - number <= 2, f"more than a line and a hint:\n{self.err}"
        return lines[number].removeprefix(ERROR)


@dataclass(frozen=True)
class Command:
    """`hubops` with a state folder and a folder of temporary files below `root`."""

    root: Path

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    def env(self, **more: str) -> dict[str, str]:
        self.temporary.mkdir(exist_ok=True)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("HUBOPS_")}
        cache = {"HUBOPS_CACHE": os.environ["HUBOPS_CACHE"]} if "HUBOPS_CACHE" in os.environ else {}
        own = {"HUBOPS_STATE": str(self.state), "HUBOPS_LANG": "en", "TMPDIR": str(self.temporary)}
        return {**kept, **cache, **own, "ANSIBLE_HOME": str(self.root / "ansible"), **more}

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        """Starts `hubops` in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "hubops", *arguments],
            env=self.env(**environ), cwd=self.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed_interrupts,
        )  # fmt: skip

    def run(self, *arguments: str, **environ: str) -> Said:
        process = self.start(*arguments, **environ)
        return ended(process)

    def findings(self, *arguments: str, **environ: str) -> tuple[Said, dict[tuple[str, str], dict[str, Any]]]:
        """A check, with its findings by control and subject."""
        path = self.root / "results.json"
        path.unlink(missing_ok=True)
        said = self.run("check", "-q", "-o", f"json={path}", *arguments, **environ)
        assert path.is_file(), said
        listed = json.loads(path.read_text())["findings"]
        return said, {(finding["control"], finding["subject"]): finding for finding in listed}

    def newest_run(self) -> str | None:
        """The id of the newest run that is stored."""
        store = open_store(f"sqlite:///{self.state / 'results.db'}")
        try:
            latest = store.latest()
            return latest.run.id if latest else None
        finally:
            store.close()

    def processes(self) -> list[str]:
        """The command lines of all processes that carry this state folder in their environment."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                if str(self.state).encode() in (path / "environ").read_bytes():
                    found.append((path / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except OSError:
                continue
        return found


def heed_interrupts() -> None:
    """Undoes what a shell does to a job in the background, whose children are deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ended(process: subprocess.Popen[str], seconds: float = 300) -> Said:
    """Waits for a command's end."""
    try:
        out, err = process.communicate(timeout=seconds)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return Said(process.returncode, out, err)


def descendants(process: int) -> dict[int, str]:
    """The processes below a process: their ids with their command lines."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    found = {process: ""}
    for _ in range(10):
        found |= {int(pid): args for pid, parent, args in rows if int(parent) in found}
    del found[process]
    return found


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(holds: Callable[[], Any], seconds: float = 60) -> Any:
    """What `holds` says once it is true; fails when it takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = holds()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it never came to pass")


def own_bundle(root: Path, domain: str = "*") -> Path:
    """A bundle whose policies, those of `domain` only, are a copy that can be spoilt; all else is the real one's.

    The lab has no profile here, which may name controls of other domains.
    """
    real = bundle.find().root
    folder = root / "bundle"
    (folder / "policies").mkdir(parents=True)
    for name in ("roles", "playbooks", "stacks", "engines", "ansible.cfg"):
        (folder / name).symlink_to(real / name)
    shutil.copytree(
        real / "inventories", folder / "inventories", ignore=shutil.ignore_patterns("profile.yaml")
    )
    for path in (real / "policies").iterdir():
        copy = shutil.copytree if path.is_dir() else shutil.copy
        if path.name != "controls":
            copy(path, folder / "policies" / path.name)
    for path in (real / "policies/controls").glob(domain):
        shutil.copytree(path, folder / "policies/controls" / path.name)
    return folder


def hub(root: Path, hosts: str) -> str:
    """A hub with these hosts and no records; its path."""
    folder = root / "hub"
    (folder / "records").mkdir(parents=True, exist_ok=True)
    (folder / "hosts.yaml").write_text(hosts)
    return str(folder)
