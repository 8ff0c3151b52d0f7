"""Runs Ansible: the only place that knows ansible-runner."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ansible_runner
import yaml

from hubops import children
from hubops.bundle import Bundle
from hubops.errors import ApplyFailed, BrokenInput, ToolMissing, UsageError
from hubops.model import Text

_CAUSE = re.compile(
    r"^(?:\[ERROR\]|\[WARNING\]: Failed to parse inventory with '(?:auto|yaml)' plugin): (.+?)"
    r"(?=\n+(?:Failed to parse inventory|<<<|Origin:|\[WARNING\]|\[ERROR\])|\s*\Z)",
    re.MULTILINE | re.DOTALL,
)
# What Ansible says because of an earlier fault, or of a file that another of its plugins is to read.
_NO_CAUSE = ("no root 'plugin' key", "Plugin configuration YAML file", "No inventory was parsed")
_PLACE = re.compile(r"^Origin: (\S+:\d+):\d+$", re.MULTILINE)
# Ansible puts such a task before each role, also before those whose tags were not asked for: no news to people.
_IMPLIED = "Validating arguments against arg spec"
# What Ansible and ssh put around the reason why a task failed.
_NOISE = re.compile(
    r"^(Task failed|Action failed|Module failed|Failed to connect to the host via ssh|YAML parsing failed"
    r"|Data could not be sent to remote host \"[^\"]*\"\. Make sure this host can be reached over ssh): "
)
# A socket's path has 107 bytes at most, of which ssh takes 28 for the name.
_LONGEST_FOLDER_OF_SOCKETS = 78
_CLOSED = re.compile(r"^Shared connection to \S+ closed\.$")
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_RESULTS = {
    "runner_on_ok": "ok",
    "runner_on_failed": "failed",
    "runner_on_unreachable": "unreachable",
    "runner_on_skipped": "skipped",
}


_PATIENCE_SECONDS = 5.0
"""How long Ansible may take to clear up after Ctrl-C."""


@dataclass(frozen=True)
class TaskResult:
    """One task's end on one host. `status` is ok, changed, failed, ignored, unreachable or skipped.

    `output` is what Ansible printed of it (the diff, if one was asked for), `message` why it failed,
    `warnings` what the task wants people to know, though it did its work.
    """

    host: str
    role: str | None
    task: str
    status: str
    seconds: float
    message: str | None = None
    output: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class HostResult:
    """How a host came out of a playbook, in numbers of tasks; `message` is its last failure."""

    name: str
    ok: int
    changed: int
    failed: int
    unreachable: bool
    message: str | None = None

    @property
    def status(self) -> str:
        """unreachable, failed, changed or ok: the worst that holds."""
        if self.unreachable:
            return "unreachable"
        return "failed" if self.failed else "changed" if self.changed else "ok"


@dataclass(frozen=True)
class Outcome:
    """What a playbook did: hosts by name, every task's result in order, the seconds it took."""

    hosts: dict[str, HostResult]
    tasks: tuple[TaskResult, ...]
    seconds: float

    @property
    def broken(self) -> list[HostResult]:
        """The hosts that failed or could not be reached."""
        return [host for host in self.hosts.values() if host.status in ("failed", "unreachable")]

    @property
    def changes(self) -> list[TaskResult]:
        return [task for task in self.tasks if task.status == "changed"]

    def task_seconds(self) -> dict[tuple[str | None, str], float]:
        """(role, task) → how long its slowest host took; hosts run side by side."""
        slowest: dict[tuple[str | None, str], float] = {}
        for result in self.tasks:
            key = (result.role, result.task)
            slowest[key] = max(slowest.get(key, 0.0), result.seconds)
        return slowest

    def role_seconds(self) -> dict[str, float]:
        """Role → the sum of its tasks' seconds, in the order of their running."""
        seconds: Counter[str] = Counter()
        for (role, _), spent in self.task_seconds().items():
            if role:
                seconds[role] += spent  # type: ignore[assignment]
        return {role: round(spent, 2) for role, spent in seconds.items()}

    def raise_for_hosts(self, what: str) -> None:
        """ApplyFailed that names each failed and unreachable host with its reason, if there is one."""
        if self.broken:
            said = "; ".join(f"{host.name} {host.status}: {host.message}" for host in self.broken)
            raise ApplyFailed(f"{what}: {said}", f"{what}：{said}")


@dataclass
class _Watch:
    """Gathers the events of a run."""

    on_task: Callable[[TaskResult], None] | None
    tasks: list[TaskResult] = field(default_factory=list)
    stats: dict[str, dict[str, int]] | None = None
    said: list[str] = field(default_factory=list)
    diffs: dict[str, str] = field(default_factory=dict)

    def __call__(self, event: dict[str, Any]) -> bool:
        """Take one event; False keeps ansible-runner from writing it to disk."""
        kind, data = event["event"], event.get("event_data", {})
        if kind == "runner_on_file_diff":
            self.diffs[data.get("host", "")] = event.get("stdout", "")
        elif kind in _RESULTS:
            diff = self.diffs.pop(data.get("host", ""), "")
            result = _task_result(kind, data, diff + event.get("stdout", ""))
            self.tasks.append(result)
            if self.on_task and not result.task.startswith(_IMPLIED):
                self.on_task(result)
        elif kind == "playbook_on_stats":
            self.stats = data
        elif kind in ("verbose", "error", "warning") and event.get("stdout", "").strip():
            self.said = [*self.said[-20:], _ANSI.sub("", event["stdout"]).strip()]
        return False

    def hosts(self) -> dict[str, HostResult]:
        """The hosts by name, as Ansible's closing count has them; a rescued failure is none there."""
        stats = self.stats or {}
        # The last: what a role says after it has tried to put things right, and not what it tried to put right.
        last = {
            task.host: f"{task.task}: {task.message}"
            for task in self.tasks
            if task.status in ("failed", "unreachable")
        }
        return {
            name: HostResult(
                name,
                ok=stats["ok"].get(name, 0),
                changed=stats["changed"].get(name, 0),
                failed=stats["failures"].get(name, 0),
                unreachable=bool(stats["dark"].get(name)),
                message=last.get(name) if stats["failures"].get(name) or stats["dark"].get(name) else None,
            )
            for name in sorted(stats.get("processed", {}))
        }


def run(
    bundle: Bundle,
    playbook: str,
    inventory: Path,
    *,
    limit: str = "",
    tags: Sequence[str] = (),
    skip_tags: Sequence[str] = (),
    extra_vars: Mapping[str, Any] | None = None,
    check: bool = False,
    diff: bool = False,
    on_task: Callable[[TaskResult], None] | None = None,
) -> Outcome:
    """Run one of the bundle's playbooks (`site`, `collect`, the drills') to its end and tell how each host came out.

    `on_task` hears of each task at once.
    Failed and unreachable hosts are in the outcome (see `raise_for_hosts`). ApplyFailed where the
    playbook never ran (a broken file, no host matches). Ctrl-C and SIGTERM kill Ansible with its
    children and become KeyboardInterrupt. `extra_vars` pass through a file that is private and
    removed; still, secrets belong into the inventory's vault.
    """
    started = time.monotonic()
    watch = _Watch(on_task)
    with (
        tempfile.TemporaryDirectory(prefix="hubops-ansible-") as folder,
        _connections(Path(folder)) as connections,
        _interruptible() as interrupted,
    ):
        done = ansible_runner.run(
            private_data_dir=folder,
            playbook=str((bundle.playbooks / f"{playbook}.yml").resolve()),
            inventory=str(inventory.resolve()),
            limit=limit or None,
            tags=",".join(tags) or None,
            skip_tags=",".join(skip_tags) or None,
            extravars=dict(extra_vars or {}),
            cmdline=" ".join(flag for flag, wanted in (("--check", check), ("--diff", diff)) if wanted)
            or None,
            envvars={**environment(bundle), "ANSIBLE_SSH_CONTROL_PATH_DIR": str(connections)},
            settings={"suppress_output_file": True, "pexpect_timeout": 0.5},
            quiet=True,
            event_handler=watch,
            status_handler=_forget_environment(Path(folder)),
            cancel_callback=lambda: interrupted.is_set() and _end_children(folder),
        )
    if done.status == "canceled":
        raise KeyboardInterrupt
    if watch.stats is None or not watch.stats.get("processed"):
        cause, place = _fault("\n".join(watch.said))
        if "no hosts to target" in cause:
            raise no_host(inventory, limit)
        where, where_zh = (f" ({place})", f"（{place}）") if place else ("", "")
        raise ApplyFailed(
            f"playbook {playbook}: no host was worked on: "
            + (f"{cause}{where}" if cause else f"it ended with {done.rc} and said nothing"),
            f"剧本 {playbook}：未处理任何主机："
            + (f"{cause}{where_zh}" if cause else f"以 {done.rc} 结束，没有任何输出"),
        )
    return Outcome(watch.hosts(), tuple(watch.tasks), round(time.monotonic() - started, 2))


def read_inventory(bundle: Bundle, inventory: Path, limit: str = "") -> dict[str, dict[str, Any]]:
    """The hosts of an inventory with their variables, by name; BrokenInput where it cannot be read.

    The variables may hold secrets: take from them only what is needed.
    """
    argv = [_program("ansible-inventory"), "-i", str(inventory.resolve()), "--list"]
    argv += ["--limit", limit] if limit else []
    env = {**os.environ, **environment(bundle), "ANSIBLE_INVENTORY_UNPARSED_FAILED": "true"}
    done = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        cause, place = _fault(_ANSI.sub("", done.stderr))
        where = place or _broken_variables(inventory.parent) or inventory
        raise BrokenInput(
            f"{where} is no inventory that Ansible can read: {cause}",
            f"{where} 不是 Ansible 可读取的主机清单：{cause}",
        )
    listed: dict[str, Any] = json.loads(done.stdout)
    hosts = {name for group in listed.values() for name in group.get("hosts", [])}
    variables = listed.get("_meta", {}).get("hostvars", {})
    return {name: variables.get(name, {}) for name in sorted(hosts)}


def _broken_variables(folder: Path) -> str:
    """The first file of variables beside an inventory that is no YAML, which Ansible does not name; else ""."""
    for path in sorted(
        path for kind in ("group_vars", "host_vars") for path in folder.glob(f"{kind}/**/*.y*ml")
    ):
        try:
            yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            return f"{path}:{error.problem_mark.line + 1}" if error.problem_mark else str(path)
        except (OSError, ValueError, yaml.YAMLError):
            return str(path)
    return ""


def no_host(inventory: Path, limit: str) -> UsageError:
    """The error for a limit that fits none of an inventory's hosts, or an inventory without any."""
    wanted = limit or "all"
    return UsageError(f"{inventory}: no host matches {wanted}", f"{inventory}：没有与 {wanted} 匹配的主机")


def environment(bundle: Bundle) -> dict[str, str]:
    """What Ansible needs in its environment: the bundle's settings, and the programs of this Python first."""
    return {
        "ANSIBLE_CONFIG": str(bundle.root / "ansible.cfg"),
        "ANSIBLE_HOST_KEY_CHECKING": os.environ.get("ANSIBLE_HOST_KEY_CHECKING", "True"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }


def _program(name: str) -> str:
    path = Path(sys.executable).parent / name
    if not path.is_file():
        raise ToolMissing(
            f"{path} does not exist",
            f"{path} 不存在",
            Text(
                en="Install HubOps with its dependencies: pip install hubops",
                zh="请连同依赖一起安装 HubOps：pip install hubops",
            ),
        )
    return str(path)


def _forget_environment(folder: Path) -> Callable[..., None]:
    """A status handler that removes the copy of the environment that ansible-runner writes beside the run."""

    def forget(status: dict[str, Any], **_: Any) -> None:
        if status["status"] == "running":
            for path in folder.glob("artifacts/*/command"):
                path.unlink()

    return forget


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set; the handlers from before come back afterwards."""
    interrupted = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield interrupted
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, lambda *_: interrupted.set())
    try:
        yield interrupted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end_children(folder: str) -> bool:
    """End the Ansible that works in `folder` with everything below it; True, for the runner to stop too.

    The runner alone would miss the workers, each of which leads a session of its own. They are asked
    first, so that they remove their files from the hosts.
    """
    doomed: set[int] = set()
    for number, patience in ((signal.SIGINT, _PATIENCE_SECONDS), (signal.SIGKILL, 0.0)):
        doomed |= _below(folder)
        for child in doomed:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(child, number)
        until = time.monotonic() + patience
        while time.monotonic() < until and any(children.lives(child) for child in doomed):
            time.sleep(0.05)
    return True


def _below(folder: str) -> set[int]:
    """The children of this process that work in `folder`, and theirs, and the ssh that left them."""
    started: dict[int, list[int]] = {}
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, fields = path.read_text(errors="replace").rpartition(")")
            process, parent = int(path.parent.name), int(fields.split()[1])
            started.setdefault(parent, []).append(process)
            ours = parent == os.getpid() or name.endswith("(ssh")
            if ours and folder.encode() in (path.parent / "environ").read_bytes():
                found.append(process)
    for process in found:
        found += started.get(process, [])
    return set(found)


@contextmanager
def _connections(folder: Path) -> Iterator[Path]:
    """A folder for the sockets of open connections: the run's own, or one whose path is short enough.

    The ssh processes that keep the connections open would outlive the run by minutes; they are ended.
    """
    place = folder / "cp"
    with ExitStack() as stack:
        if len(str(place)) > _LONGEST_FOLDER_OF_SOCKETS:
            place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hubops-", dir="/tmp")))
        yield place
        for socket in place.glob("*"):
            with suppress(subprocess.TimeoutExpired):
                subprocess.run(
                    ["ssh", "-o", f"ControlPath={socket}", "-O", "exit", "any"],
                    stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False,
                )  # fmt: skip


def _task_result(kind: str, data: dict[str, Any], stdout: str) -> TaskResult:
    result = data.get("res") or {}
    status = _RESULTS[kind]
    if status == "ok" and _changed(result, stdout):
        status = "changed"
    if status == "failed" and data.get("ignore_errors"):
        status = "ignored"
    return TaskResult(
        host=data.get("host", ""),
        role=data.get("role"),
        task=data.get("task", ""),
        status=status,
        seconds=round(float(data.get("duration") or 0), 2),
        message=_why(status, result) if status in ("failed", "unreachable", "ignored") else None,
        output=_ANSI.sub("", stdout).replace("\r\n", "\n").strip() if status != "ok" else "",
        warnings=tuple(_essence(str(warning)) for warning in result.get("warnings", [])),
    )


def _changed(result: dict[str, Any], stdout: str) -> bool:
    """Of a task that must not be logged nothing is told but the line that is printed."""
    hidden = "censored" in result and re.search(r"^changed: \[", _ANSI.sub("", stdout), re.MULTILINE)
    return bool(result.get("changed") or hidden)


def _why(status: str, result: dict[str, Any]) -> str:
    """Why a task did not do its work; where a host was not reached, the last thing that ssh said."""
    return (_essence(_last_line(str(result.get("msg", "")))) if status == "unreachable" else "") or _reason(
        result
    )


def _reason(result: dict[str, Any]) -> str:
    """Why a task failed: its message, the last line of its errors, and for a loop those of its items."""
    items = [item for item in result.get("results", []) if isinstance(item, dict) and item.get("failed")]
    if items:
        return "; ".join(_reason(item) for item in items)[:800]
    said = str(result.get("msg", ""))
    if said == "non-zero return code":
        said = f"exit {result.get('rc')}"
    # On a terminal, which a script gets, errors are in the output.
    names = ("stderr", "module_stderr", "stdout", "module_stdout") if "rc" in result else ()
    texts = (_last_line(str(result.get(name) or "")) for name in names)
    parts = [_essence(said), next((text for text in texts if text), "")]
    return (": ".join(dict.fromkeys(part for part in parts if part)) or "no reason was given")[:800]


def _last_line(text: str) -> str:
    lines = (line.strip() for line in reversed(text[-4000:].splitlines()))
    return next((line for line in lines if line and not _CLOSED.match(line)), "")


def _essence(text: str) -> str:
    """A message on one line, without what Ansible and ssh put around it."""
    said = " ".join(text.split())
    while _NOISE.match(said):
        said = _NOISE.sub("", said)
    return said


def _fault(said: str) -> tuple[str, str]:
    """The first cause in what Ansible printed, and the file and line it names; "" where there is none."""
    causes = (match[1] for match in _CAUSE.finditer(said) if not match[1].startswith(_NO_CAUSE))
    cause = next(causes, "")
    head = cause.partition("\n")[0]
    place = _PLACE.search(said)
    # An error that comes of another is followed by that one, which here is the same.
    return _essence(cause.removesuffix(f": {head}")), place[1] if place else ""
