"""Everything that can go wrong, as types; libraries raise, the command line alone prints.

    HubopsError
    ├── UsageError          the caller asked for something that does not exist       exit 2
    ├── BrokenInput         a file or an answer is not what its schema demands        exit 2
    ├── ToolMissing         a program that is needed is not on this machine           exit 4
    ├── ProvisionFailed     Pulumi could not do what was asked                        exit 3
    ├── ApplyFailed         a playbook ended with failed or unreachable hosts         exit 3
    └── DecisionFailed      OPA could not be started or did not answer                exit 3

A message names the file or the value that is wrong and what would be valid.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """What `hubops` tells its caller."""

    OK = 0
    FAIL = 1
    USAGE = 2
    UNSURE = 3
    TOOL_MISSING = 4
    INTERRUPTED = 130


class HubopsError(Exception):
    """The root: `hint` says what to do about it."""

    exit_code = ExitCode.UNSURE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(HubopsError):
    exit_code = ExitCode.USAGE


class BrokenInput(HubopsError):
    exit_code = ExitCode.USAGE


class ToolMissing(HubopsError):
    exit_code = ExitCode.TOOL_MISSING


class ProvisionFailed(HubopsError):
    pass


class ApplyFailed(HubopsError):
    pass


class DecisionFailed(HubopsError):
    pass


def unknown_name(kind: str, name: str, valid: Iterable[str]) -> UsageError:
    """The error for a name that is none of `valid`: it suggests the nearest and lists them."""
    names = sorted(valid)
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else ""
    listed = ", ".join(names) if len(names) <= 20 else f"{len(names)} names, see the list command"
    return UsageError(f"unknown {kind} {name!r}; valid: {listed}", hint)
