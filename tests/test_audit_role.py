"""How the role `audit` reads rules: which lines of others weaken ours, and which rules are the same."""

from __future__ import annotations

from types import ModuleType

import pytest
from loading import module_at

from hubops import bundle

LIBRARY = bundle.find().roles / "audit/library"


def module(name: str) -> ModuleType:
    return module_at(LIBRARY / f"{name}.py")


@pytest.mark.parametrize(
    ("line", "weakens"),
    [
        ("", False),
        ("# -e 0", False),
        ("-D", False),
        ("-b 8192", False),
        ("-b 64", True),
        ("-f 1", False),
        ("-f 0", True),
        ("-e 1", True),
        ("-e 2", True),  # ours says it, and the last one counts
        ("-r 100", True),
        ("-a never,exit -F auid=1000", True),
        ("-A task,never", True),
        ("-a always,exclude -F msgtype=CWD", True),
        ("-W /etc/shadow -p wa -k identity", True),
        ("-d always,exit -S open", True),
        ("-w /etc/never -p wa -k exclude", False),
        ("-a always,exit -F arch=b64 -S open -k app", False),
    ],
)
def test_a_line_that_weakens_ours(line: str, weakens: bool) -> None:
    assert module("audit_state")._weakens(line, {"-b": "8192", "-f": "1"}) is weakens


@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        ("-w /etc/sudoers.d/ -p wa -k scope", "-w /etc/sudoers.d -p wa -k scope"),
        (
            "-a exit,always -F arch=b64 -S open -S openat -F exit=-EPERM -F auid>=1000 -F auid!=unset -k access",
            "-a always,exit -F arch=b64 -S open,openat -F exit=-EPERM -F auid>=1000 -F auid!=-1 -F key=access",
        ),
        (
            "-a always,exit -F dir=/srv -F perm=wa -F auid!=4294967295 -k srv",
            "-a always,exit -S all -F dir=/srv -F perm=wa -F auid!=-1 -F key=srv",
        ),
        (
            "-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -k priv_esc",
            "-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -F key=priv_esc",
        ),
    ],
)
def test_auditctl_lists_a_rule_in_its_own_words(declared: str, listed: str) -> None:
    canonical = module("audit_load")._canonical
    assert canonical(declared) == canonical(listed)
    assert canonical(declared) != canonical(declared.replace("-k ", "-k other-"))


def test_only_rules_are_compared() -> None:
    text = (
        "-D\n-c\n-b 8192\n--backlog_wait_time 60000\n# a note\n\n-w /etc/ssh -p wa -k sshd\n-e 2\nNo rules\n"
    )
    assert list(module("audit_load")._rules(text).values()) == ["-w /etc/ssh -p wa -k sshd"]
