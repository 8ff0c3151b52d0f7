"""What the controls of kernel modules, core dumps and the kernel's attack surface demand."""

from __future__ import annotations

from typing import Any

from demands.hosts import runs
from demands.values import Demand, on_container, within

_FALSE = {f"{folder}/{name}" for folder in ("/bin", "/usr/bin") for name in ("false", "true")}


def _cannot_be_loaded(param: str) -> Demand:
    """Each module that the param names is listed, and whichever entry is believed, it is out and stays out."""

    def demand(e: Any, p: Any) -> bool:
        listed: dict[str, list[Any]] = {}
        for module in e["modules"]["modules"]:
            listed.setdefault(module["name"], []).append(module)
        return all(
            not m["builtin"]
            and not m["loaded"]
            and (m["refused_by_kernel"] or (m["blacklisted"] and m["install"] in _FALSE))
            for name in p[param]
            for m in listed[name.replace("-", "_")]
        )

    return demand


def _no_dumps(e: Any, p: Any) -> bool:
    dumps = e["coredumps"]
    limits = {(limit["domain"], limit["value"]) for limit in dumps["session_limits"]}
    return (
        {value for _, value in limits} == {"0"}
        and {("*", "0"), ("root", "0")} <= limits
        and dumps["service_limit"] == "0"
        and dumps["collector"] == {"storage": "none", "process_size_max": "0"}
    )


def _values(e: Any, key: str, field: str) -> list[Any]:
    return [setting[field] for setting in e["sysctl"]["settings"] if setting["key"] == key]


def _restarts(e: Any, p: Any) -> bool:
    waits = _values(e, "kernel.panic", "running")
    oopses = _values(e, "kernel.panic_on_oops", "running")
    return (
        bool(waits)
        and all(wait.isascii() and wait.isdigit() and len(wait) < 10 for wait in waits)
        and all(within(int(wait), 1, p["panic_seconds"]) for wait in waits)
        and set(oopses) == {"1"}
    )


def _dropped(pattern: str) -> bool:
    program = pattern.split(" ")[0].removeprefix("|").removeprefix("/usr")
    return pattern.startswith("|/") and (
        program == "/lib/systemd/systemd-coredump" or (program in _FALSE and " " not in pattern)
    )


def _dumps_dropped(e: Any, p: Any) -> bool:
    patterns = _values(e, "kernel.core_pattern", "running")
    return bool(patterns) and all(_dropped(pattern) for pattern in patterns)


def _kexec_off(e: Any, p: Any) -> bool:
    both = [_values(e, "kernel.kexec_load_disabled", field) for field in ("running", "declared")]
    return all(set(values) == {"1"} for values in both)


DEMANDS: dict[str, Demand] = {
    "kernel/bpf_jit_hardened": runs(("net.core.bpf_jit_harden", "1|2")),
    "kernel/core_dumps_disabled": _no_dumps,
    "kernel/core_pattern_safe": _dumps_dropped,
    "kernel/dma_buses_blocked": _cannot_be_loaded("blocked_buses"),
    "kernel/kexec_disabled": _kexec_off,
    "kernel/line_disciplines_restricted": runs(("dev.tty.ldisc_autoload", "0")),
    "kernel/null_page_protected": runs(("vm.mmap_min_addr", "65536")),
    "kernel/panic_restarts": _restarts,
    "kernel/sysrq_restricted": runs(("kernel.sysrq", "0")),
    "kernel/unused_filesystems_blocked": _cannot_be_loaded("blocked_filesystems"),
    "kernel/unused_protocols_blocked": _cannot_be_loaded("blocked_protocols"),
    "kernel/usb_storage_blocked": _cannot_be_loaded("blocked_storage"),
    "kernel/user_namespaces_restricted": runs(("kernel.unprivileged_userns_clone", "0")),
    "kernel/userfaultfd_restricted": runs(("vm.unprivileged_userfaultfd", "0")),
}

IRRELEVANT: dict[str, Demand] = {
    control: on_container for control in DEMANDS if control != "kernel/core_dumps_disabled"
}
