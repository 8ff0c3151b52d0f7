"""Violations as they happen in real life, each with what must be found and which tag mends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Violation:
    """`breaks` is a shell command run as root on `host`; the finding must hold the denial given."""

    name: str
    host: str
    breaks: str
    control: str
    item: str
    expected: Any
    actual: Any
    tag: str


VIOLATIONS = (
    Violation(
        "a line in an sshd drop-in that comes first",
        "hub-1",
        "echo PermitRootLogin yes > /etc/ssh/sshd_config.d/00-aaa.conf && systemctl reload ssh",
        "ssh/root_login_denied",
        "permitrootlogin",
        "no",
        "yes",
        "ssh_access",
    ),
    Violation(
        "a line at the top of sshd_config itself",
        "hub-2",
        "sed -i 1iMaxAuthTries\\ 10 /etc/ssh/sshd_config && systemctl reload ssh",
        "ssh/auth_tries_limited",
        "maxauthtries",
        "1..3",
        10,
        "ssh_limits",
    ),
    Violation(
        "a second account with UID 0",
        "hub-1",
        "useradd --non-unique --uid 0 --no-create-home toor",
        "accounts/only_root_has_uid_zero",
        "toor",
        ">= 1",
        0,
        "accounts_identity",
    ),
    Violation(
        "an account without a password",
        "ops-1",
        "useradd --no-create-home visitor && passwd --delete visitor",
        "accounts/no_empty_passwords",
        "visitor",
        ["hash", "locked"],
        "empty",
        "accounts_passwords",
    ),
    Violation(
        "a file that everybody may write",
        "hub-2",
        "touch /etc/anybody.conf && chmod 0666 /etc/anybody.conf",
        "files/world_writable_absent",
        "/etc/anybody.conf",
        "0664",
        "0666",
        "accounts_files",
    ),
    Violation(
        "password hashes that everybody may read",
        "ops-1",
        "chmod 0644 /etc/shadow",
        "files/identity_files_protected",
        "/etc/shadow",
        "<= 0640",
        "0644",
        "accounts_files",
    ),
    Violation(
        "a log forwarder that was stopped",
        "hub-1",
        "systemctl stop syslog.socket rsyslog.service",
        "logging/forwarder_running",
        "rsyslog.service active",
        True,
        False,
        "log_forward",
    ),
    Violation(
        "a journal that forgets at every boot, by a later drop-in",
        "hub-2",
        'mkdir -p /etc/systemd/journald.conf.d && printf "[Journal]\\nStorage=volatile\\n" '
        "> /etc/systemd/journald.conf.d/zzz.conf && systemctl restart systemd-journald",
        "logging/journal_persistent",
        "journald Storage",
        "persistent",
        "volatile",
        "log_journal",
    ),
    Violation(
        "a network setting changed at run time only",
        "hub-2",
        "sysctl -w net.ipv4.conf.all.accept_redirects=1",
        "kernel/ipv4_hardened",
        "net.ipv4.conf.all.accept_redirects",
        "0",
        "1",
        "kernel_network",
    ),
    Violation(
        "kernel addresses shown to everybody, at run time only",
        "hub-2",
        "sysctl -w kernel.kptr_restrict=0",
        "kernel/memory_protected",
        "kernel.kptr_restrict",
        ["1", "2"],
        "0",
        "kernel_memory",
    ),
    Violation(
        "a lock-out that was taken from the PAM stack",
        "hub-1",
        "sed -i /pam_faillock/d /etc/pam.d/common-account",
        "auth/lockout_enforced",
        "login account",
        ["pam_faillock.so"],
        ["pam_unix.so", "pam_deny.so", "pam_permit.so"],
        "accounts_pam",
    ),
    Violation(
        "a clock that nobody keeps",
        "hub-2",
        "systemctl stop chrony",
        "time/one_time_service",
        "chrony",
        "active",
        "inactive",
        "time_service",
    ),
)
