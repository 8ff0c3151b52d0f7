"""Collects evidence from hosts: those of an inventory through Ansible, or this machine directly."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json

from hubops import children, playbooks
from hubops.bundle import Bundle
from hubops.errors import unknown_name
from hubops.evidence.host import COLLECTORS
from hubops.evidence.host.__main__ import SCHEMA
from hubops.evidence.zipapp import build_zipapp
from hubops.model import Evidence, Subject, SubjectKind, finite, moment, timestamp

MAX_BYTES = 16 * 1024 * 1024
"""The most that one host's collection may hold."""
_LOCAL_SECONDS = 900
# This machine's own clock is not perfect, and what a host shows of its own is cut to the second.
_CLOCK_TOLERANCE = timedelta(seconds=60)

Collected = tuple[list[Subject], list[Evidence]]
Progress = Callable[[str, int, int], None]
"""Called with what happened (`hub-1 collected`), how many hosts are done, and how many there are."""


class _Known(NamedTuple):
    """What this machine knows of a host by itself, and the host cannot tell.

    From when to when, by this machine's clock, it was asked, and the digest of its integrity base that is kept here.
    """

    began: datetime
    ended: datetime
    base: str | None = None


def collect_hosts(
    bundle: Bundle,
    inventory: Path,
    sections: Sequence[str] | None = None,
    limit: str = "",
    progress: Progress = lambda said, done, total: None,
) -> Collected:
    """The hosts of the inventory as subjects, and evidence of each section (default: all) of each of them.

    Every host gives every section: where something failed, evidence with `error` instead of data.
    `os` is always among the sections, because it tells a host's platform. UsageError where no host
    matches. The times are those of this machine, because a host's clock may be wrong.
    """
    wanted = _wanted(sections)
    hosts = playbooks.read_inventory(bundle, inventory, limit)
    if not hosts:
        raise playbooks.no_host(inventory, limit)
    began = datetime.now(UTC)
    subjects: list[Subject] = []
    evidence: list[Evidence] = []
    with tempfile.TemporaryDirectory(prefix="hubops-collect-") as scratch:
        folder = Path(scratch)
        outcome = playbooks.run(
            bundle,
            "collect",
            inventory,
            limit=limit,
            extra_vars={
                "hubops_collector": str(build_zipapp(folder)),
                "hubops_sections": ",".join(wanted),
                "hubops_evidence_dir": str(folder),
            },
            on_task=_announce(progress, len(hosts)),
        )
        for host, variables in hosts.items():
            result = outcome.hosts.get(host)
            failure = f"{result.status}: {result.message}" if result and result.message else ""
            path = folder / f"{host}.json"
            found = _from_file(host, path, wanted, failure or "the playbook did not come to this host", began)
            evidence += found
            subjects.append(_subject(host, found, variables))
    return subjects, evidence


def collect_local(sections: Sequence[str] | None = None, name: str = "") -> Collected:
    """This machine as a subject and its evidence, with the rights of the caller.

    What those do not allow is `unreadable`. The subject is called `name`, by default as the machine is.
    """
    wanted = _wanted(sections)
    began = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="hubops-collect-") as scratch:
        argv = [sys.executable, "-I", str(build_zipapp(Path(scratch))), "--sections", ",".join(wanted)]
        try:
            done = children.run(argv, _LOCAL_SECONDS)
            answer = done.stdout
            last = done.stderr.strip().rpartition("\n")[2][-500:]
            failure = last or f"the collector ended with {done.returncode}"
        except subprocess.TimeoutExpired:
            answer, failure = "", f"no end after {_LOCAL_SECONDS} s"
    found = _from_text("", answer, wanted, failure, "local", _Known(began, datetime.now(UTC)))
    host = name or _os(found, "hostname") or "localhost"
    evidence = [one.model_copy(update={"subject": host}) for one in found]
    return [_subject(host, evidence, {})], evidence


def _wanted(sections: Sequence[str] | None) -> list[str]:
    """The sections to collect in the collector's order; UsageError for one that does not exist."""
    for section in sections or ():
        if section not in COLLECTORS:
            raise unknown_name("section", section, COLLECTORS)
    return [name for name in COLLECTORS if sections is None or name in sections or name == "os"]


def _announce(progress: Progress, total: int) -> Callable[[playbooks.TaskResult], None]:
    """Hears of tasks and tells of hosts: one is done when its last task is, or when one failed."""
    done: set[str] = set()

    def on_task(result: playbooks.TaskResult) -> None:
        if result.status in ("failed", "unreachable") or result.task.startswith("Keep"):
            done.add(result.host)
            said = result.status if result.message else "collected"
            progress(f"{result.host} {said}", len(done), total)

    return on_task


def _from_file(host: str, path: Path, wanted: list[str], failure: str, began: datetime) -> list[Evidence]:
    """The evidence in what a host's collector said; `failure` is why there is nothing, if there is nothing."""
    if not path.is_file():
        return _nothing(host, wanted, failure, "ansible", began)
    status = path.stat()
    if status.st_size > MAX_BYTES:
        reason = f"the collection has {status.st_size} bytes, more than {MAX_BYTES}"
        return _nothing(host, wanted, reason, "ansible", began)
    text = path.read_text(encoding="utf-8", errors="replace")
    known = _Known(began, datetime.fromtimestamp(status.st_mtime, UTC), _kept(path.with_name(f"{host}.base")))
    return _from_text(host, text, wanted, failure, "ansible", known)


def _kept(path: Path) -> str | None:
    """The digest that the playbook laid beside what the host said; None where none is kept."""
    text = path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""
    return text if re.fullmatch("[0-9a-f]{64}", text) else None


def _from_text(
    host: str, text: str, wanted: list[str], failure: str, source: str, known: _Known
) -> list[Evidence]:
    if not text.strip():
        return _nothing(host, wanted, failure, source, known.began)
    try:
        # One line, and the last: sudo says before it what it thinks of its own files.
        answer = text.strip().rpartition("\n")[2]
        # Strict, so that what one host says can be stored and read again: no NaN, no bottomless nesting.
        collection = finite(from_json(answer, allow_inf_nan=False))
        if collection["schema"] != SCHEMA:
            raise ValueError(f"schema {collection['schema']!r}, not {SCHEMA!r}")
        collector = f"hubops-collect {collection['collector']}"
        found = {name: _facts(name, collection["sections"].get(name), known) for name in wanted}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"the collector's answer is not understood: {type(error).__name__}: {error}; it begins {text[:80]!r}"
        return _nothing(host, wanted, reason, source, known.began)
    now = timestamp(known.began)
    return [
        Evidence(subject=host, section=name, collected_at=now, collector=collector, source=source, **facts)
        for name, facts in found.items()
    ]


def _facts(name: str, section: dict[str, Any] | None, known: _Known) -> dict[str, Any]:
    """The data of a section or, instead, why there are none."""
    if section is None:
        return {"error": "the collector left this section out"}
    if "error" in section:
        return {"error": str(section["error"])}
    if name == "time" and isinstance(section["data"], dict):
        return {"data": {**section["data"], "skew_seconds": _skew(section.get("collected_at"), known)}}
    if name == "integrity" and isinstance(section["data"], dict):
        return {"data": {**section["data"], "kept_sha256": known.base}}
    return {"data": section["data"]}


def _skew(told: Any, known: _Known) -> int | None:
    """How many seconds a host's clock is ahead of the span in which it was read, less than 0 if it is behind.

    0 where it may have been right; None where `told` is no time. A host cannot judge its own clock:
    its time service may believe whatever its sources say.
    """
    try:
        clock = moment(told)
        behind = clock - (known.began - _CLOCK_TOLERANCE)
        ahead = clock - (known.ended + _CLOCK_TOLERANCE)
    except (ValueError, TypeError, OverflowError):
        return None
    return min(0, math.floor(behind.total_seconds())) or max(0, math.ceil(ahead.total_seconds()))


def _nothing(host: str, wanted: list[str], reason: str, source: str, began: datetime) -> list[Evidence]:
    fields = {
        "subject": host,
        "collected_at": timestamp(began),
        "collector": "hubops-collect",
        "source": source,
        "error": reason,
    }
    return [Evidence(section=name, **fields) for name in wanted]


def _os(evidence: list[Evidence], fact: str) -> str | None:
    """What section `os` says, which nobody has held against its schema yet; None where it says nothing usable."""
    said = [one.data.get(fact) for one in evidence if one.section == "os" and isinstance(one.data, dict)]
    return said[0] if said and isinstance(said[0], str) else None


def _subject(host: str, evidence: list[Evidence], variables: dict[str, Any]) -> Subject:
    """The host as a subject; zone and role are the inventory's variables `hub_zone` and `hub_role`."""
    return Subject(
        name=host,
        kind=SubjectKind.HOST,
        platform=_os(evidence, "platform"),
        zone=variables.get("hub_zone"),
        role=variables.get("hub_role"),
    )
