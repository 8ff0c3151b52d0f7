"""What can be wrong with this machine for the lab, found by trying, with what mends it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hubops import settings
from hubops.errors import HubopsError
from hubops.model import Text
from hubops.provision import images
from hubops.provision.lab import container, vm
from hubops.provision.machine import PACKAGES, attempt, has

FREE_BYTES = 6 * 2**30
MEMORY_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Fact:
    """One thing that was tried. `needed`: the lab cannot be without it. `hint` mends it where it is not ok."""

    name: str
    ok: bool
    needed: bool
    message: Text
    hint: Text


def facts() -> list[Fact]:
    """Everything the lab needs of this machine, each tried once; takes a few seconds at most."""
    return [check() for check in CHECKS]


def _root() -> Fact:
    try:
        allowed = attempt(["true"], timeout=10).returncode == 0
    except HubopsError:
        allowed = False
    return Fact(
        "root",
        allowed,
        True,
        Text(en="Commands can be run as root", zh="可以以 root 身份执行命令")
        if allowed
        else Text(en="Commands cannot be run as root", zh="无法以 root 身份执行命令"),
        Text(
            en="Run as root, or let sudo work without a password for this account.",
            zh="请以 root 运行，或为当前账号配置免密 sudo。",
        ),
    )


def _programs() -> Fact:
    wanted = ("podman", "ip", "mmdebstrap", "mke2fs", "ssh-keygen")
    missing = [name for name in wanted if not has(name)]
    packages = " ".join(sorted({PACKAGES[name] for name in missing}))
    listed = ", ".join(missing)
    return Fact(
        "programs",
        not missing,
        True,
        Text(en=f"Missing programs: {listed}", zh=f"缺少程序：{listed}")
        if missing
        else Text(en="All programs for the lab are there", zh="实验环境所需程序齐全"),
        Text(en=f"apt-get install {packages}", zh=f"请安装：apt-get install {packages}"),
    )


def _podman() -> Fact:
    """Runs a container of nothing but one static program, so that no image has to be there."""
    absent = Text(en="podman is not on this machine", zh="本机没有 podman")
    problem = _run_container() if has("podman") else absent
    return Fact(
        "podman",
        problem is None,
        True,
        Text(en="Podman runs containers", zh="Podman 可以运行容器")
        if problem is None
        else Text(en=f"Podman runs no container: {problem.en}", zh=f"Podman 无法运行容器：{problem.zh}"),
        Text(
            en="apt-get install podman runc netavark iptables; inside another container, use a machine or give "
            "this one the right to make namespaces.",
            zh="请安装 podman runc netavark iptables；若本机自身是容器，请换用实体机或虚拟机，或放开创建命名空间的权限。",
        ),
    )


def _run_container() -> Text | None:
    """Why no container can be run; None where one ran."""
    built = next((name for release in images.RELEASES if (name := images.pinned("container", release))), None)
    with tempfile.TemporaryDirectory(prefix="hubops-") as folder:
        root = Path(folder)
        where = [built] if built else ["--rootfs", str(root)]
        if not built:
            _smallest_root(root)
        options = ["--rm", "--network", "none", "--log-driver", "none", *container.limits()]
        command = ["podman", *container.runtime(), "run", *options, *where, "/bin/true"]
        try:
            done = attempt(command, timeout=60)
        except HubopsError as error:
            return error.text
        if done.returncode == 0:
            return None
        said = done.stderr.decode(errors="replace").strip()
        if not said:
            return Text(en=f"it ended with {done.returncode}", zh=f"以 {done.returncode} 结束")
        return Text(en=said.splitlines()[-1], zh=said.splitlines()[-1])


def _smallest_root(root: Path) -> None:
    """`true` and the libraries that it is linked with."""
    program = shutil.which("true") or "/bin/true"
    listed = attempt(["ldd", program]).stdout.decode(errors="replace").split()
    for source in {program, *(word for word in listed if word.startswith("/"))}:
        target = root / ("bin/true" if source == program else source.lstrip("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _machines() -> Fact:
    usable = vm.usable()
    return Fact(
        "qemu",
        usable,
        False,
        Text(en="QEMU is there for the virtual machine", zh="QEMU 可用于虚拟机")
        if usable
        else Text(
            en="Virtual machines cannot be run: hub-2 will be a container, and what only a machine has is not shown",
            zh="无法运行虚拟机：hub-2 将改用容器，仅虚拟机才具备的内容不予展示",
        ),
        Text(
            en="apt-get install qemu-system-x86 e2fsprogs; /dev/net/tun must exist (modprobe tun).",
            zh="请安装 qemu-system-x86 e2fsprogs；并确保存在 /dev/net/tun（modprobe tun）。",
        ),
    )


def _kvm() -> Fact:
    """Without the image there is no kernel to try it with; then only the device is looked for."""
    fast = os.path.exists("/dev/kvm") and vm.usable()
    kernels = [images.disk(release).kernel for release in images.RELEASES if images.pinned("vm", release)]
    if fast and kernels:
        fast = vm.accelerator(kernels[0]) == "kvm"
    return Fact(
        "kvm",
        fast,
        False,
        Text(en="Virtual machines run on the processor itself (KVM)", zh="虚拟机可直接使用处理器（KVM）")
        if fast
        else Text(
            en="KVM runs no guest here; the virtual machine's processor is emulated, which is slower",
            zh="本机 KVM 无法运行虚拟机；将模拟处理器，速度较慢",
        ),
        Text(
            en="Nothing needs to be done. On hardware, switch virtualisation on in the firmware; in a virtual machine, "
            "nested virtualisation.",
            zh="无需处理。实体机可在固件中启用虚拟化；虚拟机可启用嵌套虚拟化。",
        ),
    )


def _space() -> Fact:
    free = shutil.disk_usage(settings.cache()).free
    return Fact(
        "disk",
        free >= FREE_BYTES,
        False,
        Text(
            en=f"{free / 2**30:.0f} GiB are free at {settings.cache()}",
            zh=f"{settings.cache()} 可用空间 {free / 2**30:.0f} GiB",
        ),
        Text(
            en=f"Free some: engines, images and hosts take up to {FREE_BYTES / 2**30:.0f} GiB. HUBOPS_CACHE moves the cache.",
            zh=f"请清理磁盘：引擎、镜像与主机最多占用 {FREE_BYTES / 2**30:.0f} GiB；可用 HUBOPS_CACHE 更改缓存位置。",
        ),
    )


def _memory() -> Fact:
    words = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines())
    free = int(words["MemAvailable"].split()[0]) * 1024
    return Fact(
        "memory",
        free >= MEMORY_BYTES,
        False,
        Text(en=f"{free / 2**30:.1f} GiB of memory are available", zh=f"可用内存 {free / 2**30:.1f} GiB"),
        Text(
            en="The virtual machine takes 1 GiB; --containers-only does without it.",
            zh="虚拟机占用 1 GiB 内存；可使用 --containers-only 不启用虚拟机。",
        ),
    )


CHECKS: tuple[Callable[[], Fact], ...] = (_root, _programs, _podman, _machines, _kvm, _space, _memory)
