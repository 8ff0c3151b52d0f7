"""Section `sysctl`: kernel settings as they run, beside what sysctl.d declares for the next start.

Files are read with systemd's rules: one name counts once (/etc before /run before /usr), names
are sorted across folders, later lines win, and a pattern never beats a key that is spelt out.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .probe import Probe

FOLDERS = ("/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d")
PROC = "/proc/sys/"

WATCHED = (
    "dev.tty.ldisc_autoload",
    "fs.protected_fifos",
    "fs.protected_hardlinks",
    "fs.protected_regular",
    "fs.protected_symlinks",
    "fs.suid_dumpable",
    "kernel.core_pattern",
    "kernel.dmesg_restrict",
    "kernel.kexec_load_disabled",
    "kernel.kptr_restrict",
    "kernel.panic",
    "kernel.panic_on_oops",
    "kernel.perf_event_paranoid",
    "kernel.randomize_va_space",
    "kernel.sysrq",
    "kernel.unprivileged_bpf_disabled",
    "kernel.unprivileged_userns_clone",
    "kernel.yama.ptrace_scope",
    "net.core.bpf_jit_harden",
    "net.ipv4.icmp_echo_ignore_broadcasts",
    "net.ipv4.icmp_ignore_bogus_error_responses",
    "net.ipv4.ip_forward",
    "net.ipv4.tcp_syncookies",
    *(
        f"net.ipv4.conf.{scope}.{name}"
        for scope in ("all", "default")
        for name in (
            "accept_redirects",
            "accept_source_route",
            "log_martians",
            "rp_filter",
            "secure_redirects",
            "send_redirects",
        )
    ),
    "net.ipv6.conf.all.forwarding",
    *(
        f"net.ipv6.conf.{scope}.{name}"
        for scope in ("all", "default")
        for name in ("accept_ra", "accept_redirects", "accept_source_route")
    ),
    "vm.mmap_min_addr",
    "vm.unprivileged_userfaultfd",
)
"""The keys that a baseline is about: listed whether or not anything declares them."""


class Declared(NamedTuple):
    """One assignment: `value` is None where a line only takes a key out of a pattern (`-key`)."""

    value: str | None
    path: str
    optional: bool


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/sysctl.json."""
    declared = _expanded(probe, _declared(probe))
    keys = sorted({*WATCHED, *(key for key, found in declared.items() if found.value is not None)})
    return {
        "ipv6": probe.exists(PROC + "net/ipv6"),
        "settings": [_setting(probe, key, declared.get(key)) for key in keys],
    }


def parse(text: str, path: str) -> dict[str, Declared]:
    """The assignments of one file, by key or pattern; comments begin with `#` or `;`."""
    found: dict[str, Declared] = {}
    for line in text.splitlines():
        line = line.strip()
        if not line or line[0] in "#;":
            continue
        name, sign, value = line.partition("=")
        optional = name.startswith("-")
        if sign or optional:
            key = canonical(name.lstrip("-").strip())
            found.pop(key, None)  # the place in the order is that of the last assignment
            found[key] = Declared(_squeezed(value) if sign else None, path, optional)
    return found


def canonical(name: str) -> str:
    """A key as `sysctl` prints it: dots between the parts, a slash where a part has a dot.

    >>> canonical("net/ipv4/conf/eth0.10/rp_filter")
    'net.ipv4.conf.eth0/10.rp_filter'
    """
    first = re.search(r"[./]", name)
    return name.translate(_SWAP) if first and first[0] == "/" else name


def proc_path(key: str) -> str:
    """Where the kernel shows a key, which may be a pattern."""
    return PROC + key.translate(_SWAP)


_SWAP = str.maketrans("./", "/.")


def files(probe: Probe) -> list[str]:
    """The files that count, in the order that they are applied."""
    chosen: dict[str, str] = {}
    for folder in FOLDERS:
        for path in probe.glob(f"{folder}/*.conf"):
            chosen.setdefault(path.rpartition("/")[2], path)
    return [chosen[name] for name in sorted(chosen)]


def _declared(probe: Probe) -> dict[str, Declared]:
    """All assignments, later files over earlier ones, in the order that they are applied."""
    found: dict[str, Declared] = {}
    for path in files(probe):
        if _masked(probe, path):
            continue
        for key, assignment in parse(probe.read(path) or "", path).items():
            found.pop(key, None)
            found[key] = assignment
    return found


def _masked(probe: Probe, path: str) -> bool:
    """A link to /dev/null switches a vendor's file of the same name off."""
    here = probe.path(path)
    return os.path.islink(here) and os.readlink(here) == "/dev/null"


def _expanded(probe: Probe, declared: dict[str, Declared]) -> dict[str, Declared]:
    """The same with each pattern replaced by the keys of this kernel that it names."""
    plain = {key: found for key, found in declared.items() if not _is_pattern(key)}
    by_pattern: dict[str, Declared] = {}
    for key, found in declared.items():
        if _is_pattern(key):
            by_pattern.update((canonical(path[len(PROC) :]), found) for path in probe.glob(proc_path(key)))
    return {**by_pattern, **plain}


def _is_pattern(key: str) -> bool:
    return any(sign in key for sign in "*?[")


def _setting(probe: Probe, key: str, declared: Declared | None) -> dict[str, Any]:
    running = probe.read(proc_path(key))
    value = declared.value if declared else None
    return {
        "key": key,
        "watched": key in WATCHED,
        "running": None if running is None else _squeezed(running),
        "declared": value,
        "declared_in": declared.path if declared and value is not None else None,
        "optional": bool(declared and declared.optional),
    }


def _squeezed(value: str) -> str:
    return " ".join(value.split())
