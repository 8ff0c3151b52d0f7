"""What the controls of hosts demand, but for those of the SSH server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from demands.values import Demand, alike, bits, day, no_wider, on_container, within

from hubops.model import Json

# -- accounts


def _with_password(e: Any) -> list[Any]:
    return [user for user in e["accounts"]["users"] if user["password"] in ("hash", "unshadowed")]


def _homes_private(e: Any, p: Any) -> bool:
    users = e["accounts"]["users"]
    return all(
        no_wider(u["home_mode"], 0o750)
        and any(u["home_owner"] == other["name"] and other["uid"] == u["uid"] for other in users)
        for u in users
        if u["can_login"] and not u["system"] and u["home_mode"] is not None
    )


def _ages_limited(e: Any, p: Any) -> bool:
    rules = e["accounts"]["login_defs"]
    ages = [(rules["pass_max_days"], rules["pass_min_days"], rules["pass_warn_age"])]
    ages += [(user["max_days"], user["min_days"], user["warn_days"]) for user in _with_password(e)]
    return all(
        within(most, 1, p["max_days"]) and within(least, p["min_days"]) and within(warn, p["warn_days"])
        for most, least, warn in ages
    )


def _hashes_strong(e: Any, p: Any) -> bool:
    strong = {"$6$", "$7$", "$y$", "$gy$"}
    return e["accounts"]["login_defs"]["encrypt_method"] in ("SHA512", "YESCRYPT") and all(
        user["hash_prefix"] in strong or user["last_change"] == 0 for user in _with_password(e)
    )


def _shell_timeout(e: Any, p: Any) -> bool:
    timeout = e["accounts"]["session"]["tmout"]
    return (
        timeout["readonly"]
        and timeout["exported"]
        and within(timeout["seconds"], 1, p["shell_timeout_seconds"])
    )


def _umask_strict(e: Any, p: Any) -> bool:
    masks = (e["accounts"]["session"]["umask"], e["accounts"]["login_defs"]["umask"])
    return all(bits(p["umask"]) & ~bits(mask) == 0 for mask in masks)


# -- auth

_REFUSES = ("required", "requisite")


def _refuses(entry: Json) -> bool:
    """Whether the module's failure makes the whole stack fail."""
    return entry["control"] in _REFUSES or bool(
        re.fullmatch(r"\[.*\bdefault=(die|bad)\b.*\]", entry["control"])
    )


def _of(stack: Json, kind: str) -> list[Any]:
    return [entry for entry in stack if entry["type"] == kind]


def _first(entries: list[Any], module: str, *args: str) -> int:
    """Where a line calls the module with the arguments; ValueError if none does."""
    for position, entry in enumerate(entries):
        if entry["module"] == module and set(args) <= set(entry["args"]):
            return position
    raise ValueError(module)


def _locks_out(stack: Json) -> bool:
    """A locked account is refused before its password is asked for, and a wrong one is counted after."""
    entries = [entry for entry in _of(stack, "auth") if entry["control"] != "optional"]
    entries = [entry for entry in entries if "preauth" not in entry["args"] or _refuses(entry)]
    before = _first(entries, "pam_faillock.so", "preauth")
    asked = [entry["module"] in ("pam_unix.so", "pam_oath.so") for entry in entries].index(True)
    counted = _first(entries[asked:], "pam_faillock.so", "authfail")
    ended = any(entry["module"] == "pam_deny.so" for entry in entries[asked : asked + counted])
    forgets = any(entry["module"] == "pam_faillock.so" for entry in _of(stack, "account"))
    return before < asked and not ended and forgets


def _lockout_enforced(e: Any, p: Any) -> bool:
    stacks, lockouts = e["pam"]["stacks"], e["pam"]["lockouts"]
    present = [stacks["login"], *(stacks[name] for name in ("sshd", "su") if stacks[name])]
    return (
        all(_locks_out(stack) for stack in present)
        and bool(lockouts)
        and all(
            within(lockout["deny"], 1, p["deny"])
            and (lockout["unlock_seconds"] == 0 or within(lockout["unlock_seconds"], p["unlock_seconds"]))
            for lockout in lockouts
        )
    )


def _guarded(e: Any, module: str) -> bool:
    """Whether the module can refuse a new password before it is taken."""
    entries = _of(e["pam"]["stacks"]["passwd"], "password")
    at, taken = _first(entries, module), _first(entries, "pam_unix.so")
    return at < taken and _refuses(entries[at])


def _quality_enforced(e: Any, p: Any) -> bool:
    quality = e["pam"]["quality"]
    credit = [quality[name] for name in ("dcredit", "ucredit", "lcredit", "ocredit")]
    classes = max(quality["minclass"], sum(one < 0 for one in credit))
    shortest = quality["minlen"] - sum(one for one in credit if one > 0)
    return (
        _guarded(e, "pam_pwquality.so")
        and shortest >= p["min_length"]
        and classes >= p["min_classes"]
        and all(quality[name] != 0 for name in ("enforcing", "dictcheck", "usercheck"))
        and quality["enforce_for_root"]
    )


def _history_kept(e: Any, p: Any) -> bool:
    history = e["pam"]["history"]
    return (
        _guarded(e, "pam_pwhistory.so")
        and within(history["remember"], p["remember"])
        and history["enforce_for_root"]
        and history["use_authtok"]
    )


def _su_restricted(e: Any, p: Any) -> bool:
    """Whoever is not root comes to pam_wheel, and it refuses those outside the group."""
    for entry in _of(e["pam"]["stacks"]["su"], "auth"):
        if entry["module"] == "pam_wheel.so" and entry["control"] in _REFUSES:
            args = entry["args"]
            named = any(arg.startswith("group=") and arg[6:].strip() for arg in args)
            return "use_uid" in args and named and not {"deny", "trust"} & set(args)
        if entry["module"] != "pam_rootok.so" and entry["control"] not in (*_REFUSES, "optional"):
            return False  # it may let somebody in, or skip the line that refuses
    return False


# -- files and kernel


def _identity_protected(e: Any, p: Any) -> bool:
    most = {"passwd": 0o644, "group": 0o644, "shadow": 0o640, "gshadow": 0o640}
    return not e["files"]["shadow_group"] and all(
        no_wider(file["mode"], most[file["path"].removeprefix("/etc/").removesuffix("-")])
        and file["owner"] == "root"
        and file["group"] in ("root", "shadow")
        for file in e["files"]["identity"]
    )


def _schedules_private(e: Any, p: Any) -> bool:
    def most(file: Json) -> int:
        if file["kind"] == "directory":
            return 0o700
        return 0o640 if file["path"].endswith(".allow") else 0o600

    return all(no_wider(f["mode"], most(f)) and f["owner"] == "root" for f in e["files"]["schedules"])


def runs(*demanded: tuple[str, str]) -> Demand:
    """Each key runs with one of its values (`0|1`), whichever of its lines is believed."""

    def demand(e: Any, p: Any) -> bool:
        settings = e["sysctl"]["settings"]
        running = {key: [s["running"] for s in settings if s["key"] == key] for key, _ in demanded}
        return all(
            running[key] and all(value in good.split("|") for value in running[key]) for key, good in demanded
        )

    return demand


def _each(prefix: str, names: str, good: str) -> Iterator[tuple[str, str]]:
    for scope in ("all", "default"):
        for name in names.split():
            yield f"{prefix}.{scope}.{name}", good


def _forwards_nothing(e: Any, p: Any) -> bool:
    keys = [("net.ipv4.ip_forward", "0")]
    keys += [("net.ipv6.conf.all.forwarding", "0")] if e["sysctl"]["ipv6"] else []
    return runs(*keys)(e, p)


def _settings_persistent(e: Any, p: Any) -> bool:
    return all(
        s["running"] == s["declared"] or (s["optional"] and s["running"] is None)
        if s["declared"] is not None
        else not s["watched"] or s["running"] is None
        for s in e["sysctl"]["settings"]
    )


# -- logging and time


def _forwarded(e: Any, p: Any) -> bool:
    rsyslog = e["logging"]["rsyslog"]
    all_of_it = [forward for forward in rsyslog["forwards"] if forward["selector"] == "*.*"]
    return (
        bool(all_of_it)
        and rsyslog["valid"] is True
        and rsyslog["reads_journal"] is True
        and all(
            f["protocol"] == "tcp"
            and f["tls"]
            and f["queue"] == "disk"
            and f["retry_count"] == -1
            and f["auth_mode"] in ("x509/name", "x509/fingerprint")
            for f in all_of_it
        )
    )


def _forwarder_running(e: Any, p: Any) -> bool:
    rsyslog = e["logging"]["rsyslog"]
    connected = [f["connected"] for f in rsyslog["forwards"] if f["protocol"] != "udp"]
    return rsyslog["active"] and rsyslog["enabled"] and all(one is True for one in connected)


def _retention(e: Any, p: Any) -> bool:
    logging, least = e["logging"], p["retention_days"]
    rotated = [
        rule["kept_days"]
        for rule in logging["rotation"]
        if rule["present"] and any(log.startswith("/var/log/") for log in rule["logs"])
    ]
    return (
        logging["rsyslog"]["installed"]
        and all(
            days is None or days >= least for days in [*rotated, logging["journal"]["max_retention_days"]]
        )
        and all(rule["days"] >= least for rule in logging["cleaning"])
    )


def _server_receives(e: Any, p: Any) -> bool:
    logging = e["logging"]
    recent = {sender["host"] for sender in logging["senders"] if within(sender["within_minutes"], 0, 1440)}
    return bool(logging["senders"]) and all(
        source["tls"]
        and source["auth_mode"] in ("x509/name", "x509/fingerprint")
        and source["permitted_peers"]
        and set(source["permitted_peers"]) <= recent
        for source in logging["rsyslog"]["inputs"]
    )


def _log_files_private(e: Any, p: Any) -> bool:
    return all(
        re.fullmatch(r"/var/log/(wtmp|lastlog)(\.[0-9]+)?", file["path"]) and bits(file["mode"]) & 0o007 == 4
        for file in e["logging"]["open_files"]
    )


def _in_step(e: Any, p: Any) -> bool:
    clock, most = e["time"]["clock"], p["max_offset_seconds"]
    return (
        clock["synchronised"] is True
        and within(clock["offset_within_seconds"], 0, most)
        and within(e["time"]["skew_seconds"], -most, most)
    )


def _one_time_service(e: Any, p: Any) -> bool:
    enabled = [service for service in e["time"]["services"] if service["enabled"]]
    return len(enabled) == 1 and (enabled[0]["active"] or on_container(e, p))


def _sources_sufficient(e: Any, p: Any) -> bool:
    enabled = {service["name"] for service in e["time"]["services"] if service["enabled"]}
    names = {source["name"] for source in e["time"]["sources"] if source["service"] in enabled}
    return len(names - {""}) >= p["min_sources"]


# -- os, packages


def _release_supported(e: Any, p: Any) -> bool:
    return any(
        (release["id"], release["version_id"]) == (e["os"]["id"], e["os"]["version_id"])
        and day(release["until"]) >= e["today"] - timedelta(days=1)  # as_of is midnight in UTC
        for release in p["releases"]
    )


def _sources_authenticated(e: Any, p: Any) -> bool:
    loosened = ("trusted", "allow_insecure", "allow_weak", "allow_downgrade_to_insecure")
    return not any(value is True for value in e["packages"]["apt"].values()) and not any(
        source[name] is True for source in e["packages"]["sources"] if source["enabled"] for name in loosened
    )


_IPV6 = "accept_ra accept_redirects accept_source_route"

DEMANDS: dict[str, Demand] = {
    "accounts/home_directories_private": _homes_private,
    "accounts/ids_unique": lambda e, p: all(
        alike(entry[field] for entry in e["accounts"][kind])
        for kind, field in (("users", "uid"), ("users", "name"), ("groups", "gid"), ("groups", "name"))
    ),
    "accounts/inactive_locked": lambda e, p: all(
        within(days, 0, p["inactive_days"])
        for days in [e["accounts"]["useradd_inactive"], *(u["inactive_days"] for u in _with_password(e))]
    ),
    "accounts/no_empty_passwords": lambda e, p: all(
        user["password"] in ("locked", "missing", "hash") for user in e["accounts"]["users"]
    ),
    "accounts/only_root_has_uid_zero": lambda e, p: all(
        user["uid"] != 0 or user["name"] == "root" for user in e["accounts"]["users"]
    ),
    "accounts/password_ages_limited": _ages_limited,
    "accounts/password_hashes_strong": _hashes_strong,
    "accounts/shell_timeout": _shell_timeout,
    "accounts/system_accounts_locked": lambda e, p: (
        not any(
            (user["can_login"] and user["name"] not in p["service_logins"])
            or user["password"] not in ("locked", "missing")
            for user in e["accounts"]["users"]
            if user["system"]
        )
    ),
    "accounts/umask_strict": _umask_strict,
    "auth/lockout_enforced": _lockout_enforced,
    "auth/null_passwords_refused": lambda e, p: (
        not any(
            re.match("nullok", arg)
            for stack in e["pam"]["stacks"].values()
            for entry in stack
            for arg in entry["args"]
        )
    ),
    "auth/password_history_kept": _history_kept,
    "auth/password_quality_enforced": _quality_enforced,
    "auth/su_restricted": _su_restricted,
    "files/identity_files_protected": _identity_protected,
    "files/schedules_private": _schedules_private,
    "files/unowned_absent": lambda e, p: e["files"]["unowned"] == [],
    "files/world_writable_absent": lambda e, p: e["files"]["world_writable"] == [],
    "kernel/forwarding_disabled": _forwards_nothing,
    "kernel/ipv4_hardened": runs(
        ("net.ipv4.icmp_echo_ignore_broadcasts", "1"),
        ("net.ipv4.icmp_ignore_bogus_error_responses", "1"),
        ("net.ipv4.tcp_syncookies", "1|2"),
        *_each("net.ipv4.conf", "accept_redirects accept_source_route secure_redirects send_redirects", "0"),
        *_each("net.ipv4.conf", "log_martians", "1"),
        *_each("net.ipv4.conf", "rp_filter", "1|2"),
    ),
    "kernel/ipv6_hardened": runs(*_each("net.ipv6.conf", _IPV6, "0")),
    "kernel/links_protected": runs(
        ("fs.protected_hardlinks", "1"),
        ("fs.protected_symlinks", "1"),
        ("fs.protected_fifos", "1|2"),
        ("fs.protected_regular", "1|2"),
        ("fs.suid_dumpable", "0"),
    ),
    "kernel/memory_protected": runs(
        ("kernel.randomize_va_space", "2"),
        ("kernel.kptr_restrict", "1|2"),
        ("kernel.dmesg_restrict", "1"),
        ("kernel.yama.ptrace_scope", "1|2|3"),
        ("kernel.unprivileged_bpf_disabled", "1|2"),
        ("kernel.perf_event_paranoid", "2|3|4"),
    ),
    "kernel/settings_persistent": _settings_persistent,
    "listeners/risky_ports_closed": lambda e, p: (
        not any(
            listener["port"] in p["ports"] and not listener["loopback"]
            for listener in e["listeners"]["listeners"]
        )
    ),
    "logging/files_private": _log_files_private,
    "logging/forwarded": _forwarded,
    "logging/forwarder_running": _forwarder_running,
    "logging/journal_persistent": lambda e, p: (
        e["logging"]["journal"]["storage"] == "persistent" and e["logging"]["journal"]["persistent"]
    ),
    "logging/retention_sufficient": _retention,
    "logging/server_receives": _server_receives,
    "os/release_supported": _release_supported,
    "packages/cleartext_servers_absent": lambda e, p: (
        not any(found["name"] in p["names"] for found in e["packages"]["installed"])
    ),
    "packages/sources_authenticated": _sources_authenticated,
    "services/failed_absent": lambda e, p: e["services"]["failed"] == [],
    "time/clock_in_step": _in_step,
    "time/one_time_service": _one_time_service,
    "time/sources_sufficient": _sources_sufficient,
}

IRRELEVANT: dict[str, Demand] = {
    **{control: on_container for control in DEMANDS if control.startswith("kernel/")},
    "kernel/forwarding_disabled": lambda e, p: on_container(e, p) or p["forwarding"],
    "kernel/ipv6_hardened": lambda e, p: on_container(e, p) or e["sysctl"]["ipv6"] is False,
    "logging/server_receives": lambda e, p: (
        e["logging"]["rsyslog"]["inputs"] == [] == e["logging"]["unreadable"]
    ),
    "time/clock_in_step": on_container,
    "time/sources_sufficient": on_container,
}
