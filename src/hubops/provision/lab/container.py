"""Hosts that are containers: systemd under Podman, with capabilities by name and never privileged."""

from __future__ import annotations

from pathlib import Path

from hubops.errors import ProvisionFailed
from hubops.model import Json, Text
from hubops.provision.lab import keys
from hubops.provision.lab.host import Spec, wait_for_ssh
from hubops.provision.lab.names import LABEL, SPEC_LABEL, network_name
from hubops.provision.machine import ask, attempt, run

START_SECONDS = 60


def ensure(spec: Spec) -> None:
    """Make the container and start it, or start the one that is there if it is made from this spec."""
    if spec.privileged:
        raise ProvisionFailed(
            f"{spec.name}: a privileged container can change the machine it runs on; the lab makes none",
            f"{spec.name}：特权容器能够改动所在的机器，实验环境不会创建",
            Text(
                en="Name the capabilities that the host needs, or make it a virtual machine.",
                zh="请列出该主机所需的权能（capabilities），或改用虚拟机。",
            ),
        )
    if state(spec) != "running" or not conforms(spec):
        if not conforms(spec):
            remove(spec)
            run(_create_command(spec), timeout=120)
        files = [
            keys.hosts_file(spec.name),
            *keys.host_files(Path(spec.folder), spec.name, spec.authorized_key),
        ]
        run(["podman", "cp", "--archive=false", "-", f"{spec.identity}:/"], stdin=keys.archive(files))
        # Known before it runs: whatever is seen running can be reached, even if this process is killed here.
        keys.remember_host(Path(spec.folder), spec.name, spec.address)
        run(["podman", "start", spec.identity], timeout=120)
    keys.remember_host(Path(spec.folder), spec.name, spec.address)
    wait_for_ssh(spec, lambda: _last_words(spec), START_SECONDS)


def state(spec: Spec) -> str | None:
    """`running`, `stopped`, or None where there is no such container."""
    found = _inspect(spec)
    if found is None:
        return None
    return "running" if found["State"]["Running"] else "stopped"


def conforms(spec: Spec) -> bool:
    """Whether the container of this name is made from this spec and by the lab."""
    found = _inspect(spec)
    return found is not None and (found["Config"].get("Labels") or {}).get(SPEC_LABEL) == spec.digest


def remove(spec: Spec) -> None:
    """Remove the container, running or not; nothing is no error."""
    run(["podman", "rm", "--force", "--ignore", "--volumes", "--time", "0", spec.identity], timeout=120)


def old_cgroups() -> bool:
    """Whether this machine has cgroup v1 or the hybrid of both, where only runc starts systemd."""
    return not Path("/sys/fs/cgroup/cgroup.controllers").exists()


def _create_command(spec: Spec) -> list[str]:
    capabilities = [part for name in spec.capabilities for part in ("--cap-add", name)]
    return [
        "podman", *runtime(), "create", "--name", spec.identity, "--hostname", spec.name,
        "--network", network_name(spec.lab), "--ip", spec.address, "--systemd=always", "--no-hosts", *limits(), *capabilities,
        "--label", f"{LABEL}={spec.lab}", "--label", f"{SPEC_LABEL}={spec.digest}", spec.image,
    ]  # fmt: skip


def runtime() -> list[str]:
    """Podman's option for a runtime that works on this machine."""
    return ["--runtime", "runc"] if old_cgroups() else []


def limits() -> list[str]:
    """Options of a container; Podman's own limits may be above what such a machine allows to be set."""
    return ["--ulimit", "nofile=4096:4096", "--ulimit", "nproc=8192:8192"] if old_cgroups() else []


def _inspect(spec: Spec) -> Json | None:
    found = ask(["podman", "container", "inspect", spec.identity])
    return found[0] if found else None


def _last_words(spec: Spec) -> str | None:
    if state(spec) == "running":
        return None
    return attempt(["podman", "logs", "--tail", "20", spec.identity]).stdout.decode(errors="replace").strip()
