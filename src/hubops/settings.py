"""Every setting, in one table: its environment variable, its default, what it is for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hubops.errors import UsageError
from hubops.language import language as language
from hubops.model import Text


@dataclass(frozen=True)
class Setting:
    """One setting; `default` is what holds when the variable is unset or empty."""

    name: str
    default: str
    help: Text

    @property
    def variable(self) -> str:
        return "HUBOPS_" + self.name.upper()

    def read(self, environ: Mapping[str, str] | None = None) -> str:
        return (os.environ if environ is None else environ).get(self.variable) or self.default


def _state_default() -> str:
    """A checkout keeps its state beside its code; an installation keeps it with the user's."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        return str(checkout / ".hubops")
    return str(Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "hubops")


def _cache_default() -> str:
    return str(Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hubops")


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting(
            "state",
            _state_default(),
            Text(
                en="Folder of what this hub has made: results, evidence, stack state, keys",
                zh="本中枢产生的数据所在目录：结果、证据、编排状态、密钥",
            ),
        ),
        Setting(
            "cache",
            _cache_default(),
            Text(
                en="Folder of what can be built again and shared: engines, lab images",
                zh="可重建、可共享的内容所在目录：引擎、实验环境镜像",
            ),
        ),
        Setting(
            "bundle",
            "",
            Text(
                en="Folder with policies, roles, playbooks, stacks, inventories and engines to use instead of our own",
                zh="资源包目录（策略、角色、剧本、资源栈、主机清单与引擎），用以替代自带的资源包",
            ),
        ),
        Setting(
            "inventory",
            "lab",
            Text(
                en="The hub to work on: a folder's name under inventories/, or a path",
                zh="要处理的中枢：inventories/ 下的目录名，或路径",
            ),
        ),
        Setting(
            "lang",
            "",
            Text(en="Language, zh or en; else the locale's", zh="语言：zh 或 en；默认随系统区域设置"),
        ),
        Setting(
            "opa",
            "",
            Text(
                en="The OPA program, where PATH is not to be searched",
                zh="OPA 程序路径（不搜索 PATH 时使用）",
            ),
        ),
        Setting(
            "opa_url",
            "",
            Text(
                en="A running OPA server to use; policies and data are sent to it. Else one is started on loopback",
                zh="使用已运行的 OPA 服务（策略与数据会发送给它）；否则在本机回环地址启动一个",
            ),
        ),
        Setting("opa_token", "", Text(en="Bearer token for that server", zh="访问该服务的令牌")),
        Setting(
            "opa_seconds",
            "60",
            Text(en="The longest that OPA may take for one answer", zh="OPA 每次应答的最长时间（秒）"),
        ),
        Setting(
            "pulumi",
            "",
            Text(
                en="The Pulumi program, where PATH is not to be searched",
                zh="Pulumi 程序路径（不搜索 PATH 时使用）",
            ),
        ),
        Setting(
            "lab_name",
            "",
            Text(
                en="Name of the lab; by default derived from the state folder, so that two checkouts never meet",
                zh="实验环境名称；默认由状态目录推导，两个检出互不影响",
            ),
        ),
    )
}


_FOLDERS = {
    "state": Text(en="state folder", zh="状态目录"),
    "cache": Text(en="cache folder", zh="缓存目录"),
}


def get(name: str) -> str:
    """The value of a setting now."""
    return SETTINGS[name].read()


def seconds(name: str) -> float:
    """The value of a setting that is a span of time; UsageError where it is no number above 0."""
    text = get(name)
    try:
        span = float(text)
    except ValueError:
        span = 0.0
    if not 0 < span < float("inf"):
        variable = SETTINGS[name].variable
        raise UsageError(
            f"{variable} is {text!r}; valid: a number of seconds above 0",
            f"{variable} 为 {text!r}；应为大于 0 的秒数",
        )
    return span


def state() -> Path:
    """The state folder, made private to its owner when it is new."""
    path = Path(get("state")).expanduser().resolve()
    return _made("state", path, 0o700)


def cache() -> Path:
    """The cache folder, made when it is new."""
    return _made("cache", Path(get("cache")).expanduser().resolve(), 0o755)


def _made(name: str, path: Path, mode: int) -> Path:
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        variable, folder = SETTINGS[name].variable, _FOLDERS[name]
        raise UsageError(
            f"the {folder.en} {path} cannot be made: {error.strerror}",
            f"无法创建{folder.zh} {path}：{error.strerror}",
            Text(
                en=f"Name a folder that can be written in {variable}.",
                zh=f"请用 {variable} 指定一个可写的目录。",
            ),
        ) from error
    return path
