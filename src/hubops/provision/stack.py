"""Drives any stack under `stacks/` through Pulumi's Automation API: preview, up, refresh, destroy, outputs.

A stack's program runs inside this process. A run may be killed at any point: the next one drops the
locks of dead processes, takes up what was being made, and looks at what truly exists before it changes it.
"""

from __future__ import annotations

import json
import os
import runpy
import shutil
import signal
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hubops import children
from hubops.bundle import Bundle
from hubops.errors import BrokenInput, ProvisionFailed, unknown_name
from hubops.files import locked
from hubops.model import Json, Text
from hubops.provision import workspace
from hubops.provision.lab.names import identity

if TYPE_CHECKING:
    from pulumi import automation

# How long the engine may take to end after Ctrl-C.
_ENGINE_SECONDS = 10
_UNCHANGED = ("same", "read", "refresh")
# Resources of these types have an id that follows from their inputs.
_NAMED = "pulumi-python:dynamic/lab:"


@dataclass(frozen=True)
class Event:
    """One thing that a run tells while it goes on.

    `kind` is `started`, `done` or `failed` for a resource, `message` for what the program or a
    provider says. `op` is Pulumi's word (create, update, delete, same, refresh, read, replace …), `type` and
    `name` the resource's; `text` is the message.
    """

    kind: str
    op: str = ""
    type: str = ""
    name: str = ""
    text: str = ""


OnEvent = Callable[[Event], None]


@dataclass(frozen=True)
class Outcome:
    """What a run did: how many resources of each op (`create`, `update`, `delete`, `same` …)."""

    changes: Mapping[str, int]

    @property
    def changed(self) -> bool:
        return any(count for op, count in self.changes.items() if op not in _UNCHANGED)


def stacks(bundle: Bundle) -> list[str]:
    """The stacks that can be driven: folders with a Pulumi.yaml."""
    return sorted(path.parent.name for path in bundle.stacks.glob("*/Pulumi.yaml"))


def preview(bundle: Bundle, stack: str, on_event: OnEvent | None = None) -> dict[str, Json]:
    """What `up` would do, as `pulumi preview --json` tells it, unchanged resources included.

    `steps` holds `{op, urn, oldState, newState}`; secrets read `[secret]` and values that are not
    known yet are Pulumi's placeholders (`workspace.UNKNOWN_MARKS`). Changes nothing.
    """
    with _opened(bundle, stack, on_event) as (engine, listener):
        # What stays the same must not be hidden from those who judge the plan.
        engine.workspace.options = ("--show-sames",)  # type: ignore[attr-defined]
        said = engine.preview(json=True, on_event=listener, color="never").stdout
    plan = json.loads(said[said.index("{") :])
    if not isinstance(plan, dict) or "steps" not in plan:
        raise ProvisionFailed(
            f"the preview of stack {stack} lists no steps", f"资源栈 {stack} 的预览未列出任何步骤"
        )
    return plan


def up(
    bundle: Bundle, stack: str, config: Mapping[str, str] | None = None, on_event: OnEvent | None = None
) -> Outcome:
    """Make the stack what its program says, mending what has drifted.

    `config` sets keys of the stack (`containersOnly` → `true`, without the project's name) and they stay set.
    """
    with _opened(bundle, stack, on_event, config) as (engine, listener):
        done = engine.up(refresh=True, on_event=listener, color="never", suppress_progress=True)
    return _outcome(done.summary)


def replace(bundle: Bundle, stack: str, name: str, on_event: OnEvent | None = None) -> Outcome:
    """Destroy the resources of this name (those of one host) and make them anew; what has drifted is mended as well.

    What is gone already is made anew all the same. Raises ProvisionFailed where nothing was made.
    """
    with _opened(bundle, stack, on_event) as (engine, listener):
        engine.refresh(on_event=listener, color="never", suppress_progress=True)
        urns = [urn for urn in _made(engine) if urn.rpartition("::")[2] == name]
        done = _outcome(
            engine.up(replace=urns, on_event=listener, color="never", suppress_progress=True).summary
        )
    if not any(done.changes.get(op) for op in ("create", "replace", "create-replacement")):
        raise ProvisionFailed(
            f"stack {stack} made nothing anew for {name}", f"资源栈 {stack} 未为 {name} 重新创建任何资源"
        )
    return done


def refresh(bundle: Bundle, stack: str, on_event: OnEvent | None = None) -> Outcome:
    """Look at what truly exists and note it in the state; `changes` then tells the drift. Mends nothing."""
    with _opened(bundle, stack, on_event) as (engine, listener):
        done = engine.refresh(on_event=listener, color="never", suppress_progress=True)
    return _outcome(done.summary)


def destroy(bundle: Bundle, stack: str, on_event: OnEvent | None = None) -> Outcome:
    """Remove everything of the stack and its state, what a killed run left included."""
    with _opened(bundle, stack, on_event) as (engine, listener):
        # In a folder of this machine nothing is to stay; elsewhere the history is not ours to erase.
        everything = workspace.in_folder()
        done = engine.destroy(on_event=listener, color="never", suppress_progress=True, remove=everything)
        if everything:
            shutil.rmtree(_work_folder(stack), ignore_errors=True)
    return _outcome(done.summary)


def history(bundle: Bundle, stack: str) -> list[dict[str, Json]]:
    """The updates that changed something, the newest first: `{stack, version, day, changed}`.

    `day` is China's (YYYY-MM-DD) on which the update ended, `changed` the resources made, changed or removed.
    Empty where the stack has never been brought up.
    """
    with _opened(bundle, stack, None) as (engine, _listener):
        summaries = engine.history(show_secrets=False)
    return [
        {"stack": stack, "version": one.version or 0, "day": _chinese_day(one.end_time), "changed": changed}
        for one in summaries
        if one.end_time and one.kind in ("update", "destroy")
        if (changed := sum(n for op, n in (one.resource_changes or {}).items() if op not in _UNCHANGED))
    ]


def outputs(bundle: Bundle, stack: str) -> dict[str, Json]:
    """The stack's outputs as they were after its last run; empty if it has not been brought up.

    Secrets are `{"$secret": true}`. The engine is started only where states are kept elsewhere than in a folder.
    """
    project = _project(bundle, stack)["name"]
    if workspace.in_folder():
        state = workspace.checkpoint(project)
        latest = ((state or {}).get("checkpoint") or {}).get("latest") or {}
        found: dict[str, Json] = next(
            (r for r in latest.get("resources") or [] if r["type"] == "pulumi:pulumi:Stack"), {}
        )
        return {key: _open(value) for key, value in (found.get("outputs") or {}).items()}
    with _opened(bundle, stack, None) as (engine, _listener):
        return {
            key: {"$secret": True} if found.secret else found.value for key, found in engine.outputs().items()
        }  # fmt: skip


@contextmanager
def _opened(
    bundle: Bundle, stack: str, on_event: OnEvent | None, config: Mapping[str, str] | None = None
) -> Iterator[tuple[automation.Stack, Callable[[automation.EngineEvent], None]]]:
    """The stack, ready to be run, with errors turned into this program's own.

    One run at a time on a stack: a second waits for the first. Raises UsageError for an unknown stack.
    """
    from pulumi.automation.errors import CommandError, ConcurrentUpdateError, InlineSourceRuntimeError

    project = _project(bundle, stack)
    problems: list[str] = []
    tell = on_event or (lambda _event: None)

    def listener(event: automation.EngineEvent) -> None:
        told = _told(event)
        if told:
            if event.diagnostic_event and event.diagnostic_event.severity == "error":
                problems.append(_essence(told))
            tell(told)

    waiting = Event("message", text=f"another run works on stack {stack}: waiting")
    with (
        locked(workspace.home() / f"{stack}.lock", lambda: tell(waiting)),
        # The engine leaves files behind when it is interrupted, so it gets a folder that goes away.
        tempfile.TemporaryDirectory(prefix="hubops-pulumi-", ignore_cleanup_errors=True) as scratch,
        _readers_end_quietly(),
    ):
        try:
            engine = _select(bundle, stack, project, config or {}, tell, scratch)
            _recover(engine, project["name"], tell)
            yield engine, listener
        except ConcurrentUpdateError as error:
            cancel = f"hubops engines run pulumi -- cancel --stack {workspace.stack_name()}"
            raise ProvisionFailed(
                f"stack {stack} is locked by another run",
                f"资源栈 {stack} 已被另一次运行锁定",
                Text(en=f"Wait for it; if it is gone: {cancel}", zh=f"请等待其结束；若其已不存在：{cancel}"),
            ) from error
        except InlineSourceRuntimeError as error:
            raise ProvisionFailed(
                f"the program of stack {stack} failed: {error}", f"资源栈 {stack} 的程序出错：{error}"
            ) from error
        except CommandError as error:
            # The engine repeats each problem; the last line of its own words serves where there is none.
            said = [text for text in dict.fromkeys(problems) if not text.endswith("update failed")]
            words = "\n".join(said or [str(error).strip()[-2000:]])
            raise ProvisionFailed(f"stack {stack}: {words}", f"资源栈 {stack}：{words}") from error


@contextmanager
def _readers_end_quietly() -> Iterator[None]:
    """Keeps the threads that read the engine's output from printing a traceback when Ctrl-C closes it."""
    before = threading.excepthook
    warnings.filterwarnings("ignore", message="Error in event stream")

    def unless_closed(fault: threading.ExceptHookArgs) -> None:
        if not (fault.exc_type is ValueError and "closed file" in str(fault.exc_value)):
            before(fault)

    threading.excepthook = unless_closed
    try:
        yield
    except KeyboardInterrupt:
        _end_engine()
        raise  # the threads may still be on their way to it
    except BaseException:
        threading.excepthook = before
        raise
    threading.excepthook = before


def _end_engine() -> None:
    """Lets the engine note what it did and remove its files; what does not end in time ends with this process.

    A terminal's Ctrl-C has reached it already, and a second one would make it drop everything.
    """
    for ask in (False, True):
        for child in children.of(os.getpid()) if ask else ():
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGINT)
        until = time.monotonic() + (_ENGINE_SECONDS if ask else 1)
        while time.monotonic() < until and children.of(os.getpid()):
            time.sleep(0.05)


def _chinese_day(moment: datetime) -> str:
    """The day of a moment that the engine tells in UTC."""
    return f"{moment.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=8))):%Y-%m-%d}"


def _project(bundle: Bundle, stack: str) -> dict[str, Json]:
    path = bundle.stacks / stack / "Pulumi.yaml"
    if stack not in stacks(bundle):
        raise unknown_name("stack", stack, stacks(bundle))
    try:
        project = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not project["name"]:
            raise KeyError("name")
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise BrokenInput(
            f"{path} must be a Pulumi project with a `name`: {error}",
            f"{path} 必须是含有 `name` 的 Pulumi 项目：{error}",
        ) from error
    return dict(project)


def _select(
    bundle: Bundle,
    stack: str,
    project: Mapping[str, Json],
    config: Mapping[str, str],
    tell: OnEvent,
    scratch: str,
) -> automation.Stack:
    """The stack in the backend, made there if it is new."""
    from pulumi import automation

    class Workspace(automation.LocalWorkspace):
        """One that passes options to the engine for which the Automation API has no parameter."""

        options: tuple[str, ...] = ()

        def serialize_args_for_op(self, stack_name: str) -> list[str]:
            return list(self.options)

    def progress(line: str) -> None:
        tell(Event("message", text=line))

    folder = _work_folder(stack)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copy(bundle.stacks / stack / "Pulumi.yaml", folder / "Pulumi.yaml")
    opened = Workspace(
        work_dir=str(folder),
        program=_program(bundle.stacks / stack / "__main__.py"),
        env_vars={**workspace.environment(), "TMPDIR": scratch},
        secrets_provider="passphrase",
        pulumi_command=automation.PulumiCommand(root=str(workspace.launchers(progress))),
    )
    workspace.drop_leftovers(project["name"])
    name = workspace.stack_name()
    known = workspace.checkpoint(project["name"]) if workspace.in_folder() else None
    engine = (
        automation.Stack.select(name, opened) if known else automation.Stack.create_or_select(name, opened)
    )
    if config:
        settings = opened.stack_settings(name)
        settings.config = {
            **(settings.config or {}),
            **{f"{project['name']}:{k}": v for k, v in config.items()},
        }
        opened.save_stack_settings(name, settings)
    return engine


def _work_folder(stack: str) -> Path:
    """Where the stack's settings are kept, beside its state: a run leaves the stack's own folder as it is."""
    return workspace.home() / "stacks" / stack


def _program(path: Path) -> Callable[[], None]:
    def run() -> None:
        runpy.run_path(str(path), run_name="__main__")

    return run


def _recover(engine: automation.Stack, project: str, tell: OnEvent) -> None:
    """Take up what a killed run was making: resources with a known id join the state, others are forgotten.

    A refresh then finds whether they exist; making or removing them is done by id and may be repeated.
    """
    from pulumi import automation

    if workspace.in_folder():
        state = workspace.checkpoint(project) or {}
        if not ((state.get("checkpoint") or {}).get("latest") or {}).get("pending_operations"):
            return
    exported = engine.export_stack()
    deployment: dict[str, Json] = dict(exported.deployment or {})
    pending = deployment.pop("pending_operations", None) or []
    if not pending:
        return
    present = {resource["urn"] for resource in deployment.get("resources") or []}
    for operation in pending:
        resource = operation["resource"]
        tell(
            Event(
                "message", text=f"a run ended while {operation['type']} {resource['urn'].rpartition('::')[2]}"
            )
        )
        if resource["urn"] not in present and resource["type"].startswith(_NAMED):
            inputs = resource["inputs"]
            taken = {"id": identity(inputs["lab"], inputs["name"]), "outputs": inputs}
            deployment["resources"].append({**resource, **taken})
            present.add(resource["urn"])
    engine.import_stack(automation.Deployment(version=exported.version, deployment=deployment))


def _made(engine: automation.Stack) -> list[str]:
    """The URNs of what the stack really made, without the components and providers around it."""
    resources = (engine.export_stack().deployment or {}).get("resources") or []
    return [one["urn"] for one in resources if one.get("custom") and not one["type"].startswith("pulumi:")]


def _told(event: automation.EngineEvent) -> Event | None:
    """The event as users of this module see it; None for what tells nothing."""
    if event.diagnostic_event:
        told = event.diagnostic_event
        text = told.message.strip()
        if not text or told.severity == "debug" or "pulumi-python from $PATH" in text:
            return None
        return Event("message", name=(told.urn or "").rpartition("::")[2], text=text)
    for kind, step in (
        ("started", event.resource_pre_event),
        ("done", event.res_outputs_event),
        ("failed", event.res_op_failed_event),
    ):
        if step:
            meta = step.metadata
            return Event(kind, str(meta.op.value), meta.type.rpartition("/")[2], meta.urn.rpartition("::")[2])
    return None


def _essence(told: Event) -> str:
    """What went wrong, without the provider's traceback around it."""
    lines = [line.strip() for line in told.text.splitlines() if line.strip()]
    if lines[0].startswith("Traceback"):
        lines = [lines[-1].removeprefix("hubops.errors.ProvisionFailed: ")]
    said = "\n".join(lines[-5:])
    return f"{told.name}: {said}" if told.name else said


def _outcome(summary: automation.UpdateSummary) -> Outcome:
    return Outcome(
        {str(getattr(op, "value", op)): count for op, count in (summary.resource_changes or {}).items()}
    )


def _open(value: Any) -> Json:
    """An output as the checkpoint spells it, in plain JSON."""
    if isinstance(value, dict):
        if value.get(workspace.SIGNATURE) == workspace.SECRET_MARK:
            return {"$secret": True}
        return {key: _open(entry) for key, entry in value.items()}
    return [_open(entry) for entry in value] if isinstance(value, list) else value
