"""Everything that can go wrong, as types; libraries raise, the command line alone prints.

    HubopsError
    ├── UsageError          the caller asked for something that does not exist       exit 2
    ├── BrokenInput         a file or an answer is not what its schema demands        exit 2
    ├── ToolMissing         a program that is needed is not on this machine           exit 4
    ├── ProvisionFailed     Pulumi could not do what was asked                        exit 3
    ├── ApplyFailed         a playbook ended with failed or unreachable hosts         exit 3
    ├── DecisionFailed      OPA could not be started or did not answer                exit 3
    └── StoreFailed         the results database cannot be read or written            exit 3

A message names the file or the value that is wrong and what would be valid.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import IntEnum
from typing import Literal

from hubops.model import Text


class ExitCode(IntEnum):
    """What `hubops` tells its caller."""

    OK = 0
    FAIL = 1
    USAGE = 2
    UNSURE = 3
    TOOL_MISSING = 4
    INTERRUPTED = 130


class HubopsError(Exception):
    """The root. `text` says what is wrong in both languages, `hint` what to do about it."""

    exit_code = ExitCode.UNSURE

    def __init__(self, en: str, zh: str, hint: Text | None = None) -> None:
        super().__init__(en)
        self.text = Text(en=en, zh=zh)
        self.hint = hint

    @property
    def advice(self) -> Text:
        """What is wrong and what to do about it, in one sentence after the other."""
        if self.hint is None:
            return self.text
        return Text(en=f"{self.text.en}. {self.hint.en}", zh=f"{self.text.zh}。{self.hint.zh}")


class UsageError(HubopsError):
    exit_code = ExitCode.USAGE


class BrokenInput(HubopsError):
    """`faults` holds them one by one where there are several."""

    exit_code = ExitCode.USAGE
    faults: tuple[Text, ...] = ()


class ToolMissing(HubopsError):
    exit_code = ExitCode.TOOL_MISSING


class ProvisionFailed(HubopsError):
    pass


class ApplyFailed(HubopsError):
    pass


class DecisionFailed(HubopsError):
    pass


class StoreFailed(HubopsError):
    pass


Kind = Literal[
    "command", "control", "Debian release", "engine", "format", "host", "hub", "kind of image", "kind of record",
    "kind of report", "param", "person", "record", "report", "requirement", "run", "section", "stack", "standard",
    "subject", "tag", "waiver",
]  # fmt: skip
_KINDS: dict[Kind, str] = {
    "command": "命令",
    "control": "控制项",
    "Debian release": "发行版",
    "engine": "引擎",
    "format": "格式",
    "host": "主机",
    "hub": "中枢",
    "kind of image": "镜像种类",
    "kind of record": "记录种类",
    "kind of report": "报告种类",
    "param": "参数",
    "person": "人员",
    "report": "报告",
    "record": "记录",
    "requirement": "要求",
    "run": "运行",
    "section": "证据类别",
    "stack": "资源栈",
    "standard": "标准",
    "subject": "检查对象",
    "tag": "标签",
    "waiver": "豁免",
}


def unknown_name(kind: Kind, name: str, valid: Iterable[str]) -> UsageError:
    """The error for a name that is none of `valid`: it suggests the nearest and lists them."""
    names = sorted(valid)
    near = difflib.get_close_matches(name, names, n=1)
    hint = Text(en=f"Did you mean {near[0]!r}?", zh=f"是否想输入 {near[0]!r}？") if near else None
    few = len(names) <= 40
    listed = ", ".join(names) if few else f"{len(names)} names, see the list command"
    listed_zh = "、".join(names) if few else f"共 {len(names)} 个，请用列表命令查看"
    return UsageError(
        f"unknown {kind} {name!r}; valid: {listed}",
        f"未知的{_KINDS[kind]} {name!r}；可用：{listed_zh}",
        hint,
    )
