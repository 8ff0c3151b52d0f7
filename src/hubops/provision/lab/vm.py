"""Hosts that are virtual machines: QEMU with its own kernel, for what a container cannot have."""

from __future__ import annotations

import ipaddress
import os
import signal
import time
from pathlib import Path

from hubops import settings
from hubops.errors import ProvisionFailed
from hubops.files import locked, write_whole
from hubops.provision import images
from hubops.provision.lab import keys, network
from hubops.provision.lab.host import Spec, wait_for_ssh
from hubops.provision.lab.names import mac_address
from hubops.provision.machine import attempt, has, run

QEMU = "qemu-system-x86_64"
# Under pure emulation on two busy cores; 16 s on idle ones.
START_SECONDS = 240
PROBE_SECONDS = 8


def ensure(spec: Spec) -> None:
    """Make the machine's disk if it is not there, start it if it does not run, wait until it answers."""
    if state(spec) != "running" or not conforms(spec):
        stop(spec.identity)
        if not conforms(spec):
            _make_disk(spec)
        keys.remember_host(Path(spec.folder), spec.name, spec.address)  # before it runs, as for containers
        _start(spec)
    keys.remember_host(Path(spec.folder), spec.name, spec.address)
    wait_for_ssh(spec, lambda: _last_words(spec), START_SECONDS)


def state(spec: Spec) -> str | None:
    """`running`, `stopped`, or None where the machine has neither process nor disk."""
    if not _disk(spec).is_file():
        return None
    return "running" if processes(spec.identity) else "stopped"


def conforms(spec: Spec) -> bool:
    """Whether the machine's disk is whole and made from this spec."""
    made_from = spec.home / "spec"
    return _disk(spec).is_file() and made_from.is_file() and made_from.read_text() == spec.digest


def remove(spec: Spec) -> None:
    """Stop the machine and remove its network device; its disk goes with the host's folder. Nothing is no error."""
    stop(spec.identity)
    network.detach(spec.identity)


def stop(identity: str) -> None:
    """End the machine's process as a power cut would; its disk is kept."""
    for sent in (signal.SIGTERM, signal.SIGKILL):
        found = processes(identity)
        for process in found:
            attempt(["kill", f"-{sent.value}", str(process)])
        for _ in range(50 if found else 0):
            if not processes(identity):
                return
            time.sleep(0.1)


def processes(identity: str) -> list[int]:
    """The QEMU processes that run the machine of this name: one, or none."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            arguments = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:  # ended meanwhile
            continue
        if QEMU.encode() in arguments[0] and f"guest={identity}".encode() in arguments:
            found.append(int(folder.name))
    return found


def accelerator(kernel: Path) -> str:
    """`kvm` where it truly runs a guest, else `tcg`, which emulates the processor.

    KVM can exist and yet hang or crash, inside another machine above all, so a `kernel` of the lab's
    is started under it once and must come to the point where it looks for its disk.
    The answer is kept until this machine restarts.
    """
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    known = settings.cache() / "images" / "accelerator"
    with locked(known.with_suffix(".lock")):
        words = known.read_text().split() if known.is_file() else []
        if len(words) == 2 and words[0] == boot:
            return words[1]
        found = "kvm" if _kvm_runs(kernel) else "tcg"
        write_whole(known, f"{boot} {found}\n")
    return found


def _kvm_runs(kernel: Path) -> bool:
    if not os.path.exists("/dev/kvm"):
        return False
    command = [
        QEMU, "-machine", "q35", "-accel", "kvm", "-cpu", "host", "-m", "256", "-nodefaults", "-display", "none",
        "-serial", "stdio", "-no-reboot", "-kernel", str(kernel), "-append", "console=ttyS0 panic=-1",
    ]  # fmt: skip
    try:
        return b"Unable to mount root" in attempt(command, timeout=PROBE_SECONDS).stdout
    except ProvisionFailed:  # it hung
        return False


def usable() -> bool:
    """Whether this machine has what virtual machines need."""
    return has(QEMU) and has("debugfs") and os.path.exists("/dev/net/tun")


def _disk(spec: Spec) -> Path:
    return spec.home / "disk.img"


def _make_disk(spec: Spec) -> None:
    """Copy the image and write what makes it this host. The disk gets its name last, so it is whole or absent."""
    spec.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (spec.home / "spec").unlink(missing_ok=True)
    partial = spec.home / "disk.partial"
    run(
        ["cp", "--sparse=always", "--reflink=auto", str(images.disk_of(spec.image).image), str(partial)],
        timeout=300,
    )
    _write_into(
        partial, [*keys.host_files(Path(spec.folder), spec.name, spec.authorized_key), *_identity_files(spec)]
    )
    run(["mv", str(partial), str(_disk(spec))])
    write_whole(spec.home / "spec", spec.digest)


def _identity_files(spec: Spec) -> list[keys.File]:
    """The machine's name and address, which a container has from Podman."""
    prefix = ipaddress.ip_network(spec.subnet).prefixlen
    gateway = network.gateway(spec.subnet)
    unit = f"[Match]\nName=eth0\n\n[Network]\nAddress={spec.address}/{prefix}\nGateway={gateway}\n"
    return [
        keys.File("/etc/hostname", f"{spec.name}\n".encode(), 0o644),
        keys.hosts_file(spec.name),
        keys.File("/etc/systemd/network/10-lab.network", unit.encode(), 0o644),
    ]


def _write_into(image: Path, files: list[keys.File]) -> None:
    """Write files into an ext4 image without mounting it, which would need a loop device."""
    scratch = image.parent / "files"
    scratch.mkdir(mode=0o700, exist_ok=True)
    commands = []
    for number, file in enumerate(files):
        source = scratch / str(number)
        source.write_bytes(file.content)
        source.chmod(0o600)
        commands += [
            f"rm {file.path}",
            f"write {source} {file.path}",
            f"set_inode_field {file.path} mode 0{0o100000 | file.mode:o}",
            f"set_inode_field {file.path} uid {file.owner}",
            f"set_inode_field {file.path} gid {file.owner}",
        ]
    script = scratch / "commands"
    script.write_text("\n".join(commands) + "\n")
    run(["debugfs", "-w", "-f", str(script), str(image)])
    _check_written(image, files)
    for path in scratch.iterdir():
        path.unlink()
    scratch.rmdir()


def _check_written(image: Path, files: list[keys.File]) -> None:
    """debugfs ends with 0 whatever happens, so one file is read back."""
    last = files[-1]
    if run(["debugfs", "-R", f"cat {last.path}", str(image)]).encode() != last.content:
        raise ProvisionFailed(f"could not write {last.path} into {image}", f"无法将 {last.path} 写入 {image}")


def _start(spec: Spec) -> None:
    tap = network.attach(spec.lab, spec.identity)
    source = images.disk_of(spec.image)
    accel = accelerator(source.kernel)
    console = spec.home / "console.log"
    # Emulated processors do not agree on the time, so that the guest's kernel takes a slow clock for two of them.
    cpus = spec.cpus if accel == "kvm" else 1
    run([
        QEMU, "-name", f"guest={spec.identity}", "-machine", "q35",
        "-accel", "kvm" if accel == "kvm" else "tcg,thread=multi", "-cpu", "host" if accel == "kvm" else "max",
        "-smp", str(cpus), "-m", str(spec.memory), "-nodefaults", "-display", "none",
        "-kernel", str(source.kernel), "-initrd", str(source.initrd),
        "-append", "root=/dev/vda rw console=ttyS0 net.ifnames=0 audit=1 audit_backlog_limit=8192",
        # A power cut may harm the disk; the stack then makes the host anew.
        "-drive", f"file={_disk(spec)},if=virtio,format=raw,cache=unsafe",
        "-netdev", f"tap,id=lab,ifname={tap},script=no,downscript=no",
        "-device", f"virtio-net-pci,netdev=lab,mac={mac_address(spec.identity)}",
        "-device", "virtio-rng-pci", "-serial", f"file:{console}", "-daemonize",
    ], timeout=30)  # fmt: skip


def _last_words(spec: Spec) -> str | None:
    if processes(spec.identity):
        return None
    done = attempt(["tail", "-n", "20", str(spec.home / "console.log")])
    return done.stdout.decode(errors="replace").strip()
