"""Runs the real command line in a lab of the test's own, and looks at what it left on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from command import heed_interrupts

CHECKOUT = Path(__file__).parents[2]
# An emulated machine takes as long as all other tests together: `make proof` has one, `make test` has none.
MACHINES = os.environ.get("HUBOPS_TEST_MACHINES") == "1"
# Drills of copies that are damaged, and of a host that is rebuilt, take as long as the rest of the demonstration's tests.
DRILLS = os.environ.get("HUBOPS_TEST_DRILLS") == "1"
# Said each time, because a stack keeps what it was told last.
KIND = () if MACHINES else ("--containers-only",)


@dataclass(frozen=True)
class Cli:
    """`hubops` with a state folder of its own; the lab's name follows from that folder."""

    state: Path

    @property
    def env(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("HUBOPS_", "PULUMI_"))}
        cache = {key: os.environ[key] for key in ("HUBOPS_CACHE",) if key in os.environ}
        return {**kept, **cache, "HUBOPS_STATE": str(self.state), "HUBOPS_LANG": "en", "COLUMNS": "120"}

    @property
    def lab(self) -> str:
        done = subprocess.run(
            [sys.executable, "-c", "from hubops.provision.lab.names import lab_name; print(lab_name())"],
            env=self.env, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Starts `hubops` in a process group of its own, so that all of it can be killed."""
        return subprocess.Popen(
            [sys.executable, "-m", "hubops", *arguments],
            env=self.env, cwd=CHECKOUT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, start_new_session=True, preexec_fn=heed_interrupts,
            **options,
        )  # fmt: skip

    def run(self, *arguments: str, code: int | None = 0, timeout: float = 3600) -> str:
        """What `hubops` prints; it must end with `code` (None: with any)."""
        process = self.start(*arguments)
        try:
            said, _ = process.communicate(timeout=timeout)
        finally:
            if process.poll() is None:
                process.kill()
        print(said)  # pytest shows it when the test fails
        if code is not None:
            assert process.returncode == code, (
                f"hubops {' '.join(arguments)} ended with {process.returncode}:\n{said}"
            )
        return said

    def check(self, *arguments: str) -> dict[str, Any]:
        """The results of a check as they are published, with findings by (control, subject)."""
        path = self.state / "results.json"
        path.unlink(missing_ok=True)
        self.run("check", "-q", "-o", f"json={path}", *arguments, code=None)
        results: dict[str, Any] = json.loads(path.read_text())
        return {(f["control"], f["subject"]): f for f in results["findings"]}

    def hosts(self) -> dict[str, Any]:
        """The lab's hosts with their variables in the inventory."""
        listed = json.loads(
            subprocess.run(
                [str(Path(sys.executable).parent / "ansible-inventory"), "-i", "inventories/lab/hub.pulumi.yaml", "--list"],
                env={**self.env, "ANSIBLE_CONFIG": str(CHECKOUT / "ansible.cfg")},
                cwd=CHECKOUT, capture_output=True, text=True, check=True,
            ).stdout
        )  # fmt: skip
        hosts: dict[str, Any] = listed["_meta"]["hostvars"]
        return hosts

    def ssh(self, host: str) -> list[str]:
        """The command that logs in to a host of the lab as its administrators do; what to run there follows."""
        listed = self.hosts()[host]
        common = listed.get("ansible_ssh_common_args", "").split()
        argv = ["ssh", "-i", listed["ansible_ssh_private_key_file"], "-o", "BatchMode=yes", *common]
        return [*argv, f"{listed['ansible_user']}@{listed['ansible_host']}"]

    def on(self, host: str, command: str, check: bool = True, seconds: float = 120) -> str:
        """Runs a shell command as root on a host of the lab: over SSH."""
        # Read to its end before it runs, so that nothing in it reads the rest of it.
        argv = [*self.ssh(host), 'sudo sh -c "$(cat)"']
        done = subprocess.run(
            argv, input=command, capture_output=True, text=True, timeout=seconds, check=False
        )
        assert not check or done.returncode == 0, f"{host}: {command}: {done.stderr}"
        return done.stdout

    def leftovers(self) -> list[str]:
        """Everything on this machine that carries the lab's name."""
        lab = self.lab
        asked = (
            ["podman", "ps", "-a", "--format", "{{.Names}}"],
            ["podman", "network", "ls", "--format", "{{.Name}}"],
            ["ps", "-eo", "args"],
        )
        said = [subprocess.run(argv, capture_output=True, text=True, check=True).stdout for argv in asked]
        mine = str(os.getpid())
        return [line for text in said for line in text.splitlines() if lab in line and mine not in line]
