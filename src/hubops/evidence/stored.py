"""Evidence in a folder, one file a subject: collected here, judged elsewhere or later."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from hubops.errors import BrokenInput, UsageError
from hubops.files import write_whole
from hubops.model import Evidence, Frozen, Subject, finite
from hubops.reasons import reason

MAX_BYTES = 32 * 1024 * 1024
"""The most that one file may hold: what a host's collection may, with room for line breaks."""


class Stored(Frozen):
    """What one file holds."""

    form: Literal["hubops/evidence/1"] = "hubops/evidence/1"
    subject: Subject
    evidence: tuple[Evidence, ...]


def write(folder: Path, subjects: Iterable[Subject], evidence: Iterable[Evidence]) -> list[Path]:
    """Writes `<subject>.json` for each subject, readable by its owner only; gives the files.

    Raises UsageError where the folder cannot be written.
    """
    sections = list(evidence)
    written = []
    for subject in subjects:
        own = tuple(section for section in sections if subject.owns(section))
        path = folder / f"{subject.kind}-{subject.name}.json"
        content = Stored(subject=subject, evidence=own).model_dump_json(indent=1) + "\n"
        try:
            write_whole(path, content, 0o600)
        except OSError as error:
            why = reason(error)
            raise UsageError(
                f"cannot write the evidence to {path}: {why}", f"无法将证据写入 {path}：{why}"
            ) from error
        written.append(path)
    return written


def read(folder: Path) -> tuple[list[Subject], list[Evidence]]:
    """What `write` wrote. UsageError where there is nothing, BrokenInput naming the file that is none."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise UsageError(
            f"{folder} holds no evidence; valid: a folder that `hubops collect` wrote",
            f"{folder} 中没有证据；应为 hubops collect 写入的目录",
        )
    documents = [_document(path) for path in paths]
    subjects = [document.subject for document in documents]
    files: dict[tuple[str, str], Path] = {}
    for path, subject in zip(paths, subjects, strict=True):
        first = files.setdefault((subject.kind, subject.name), path)
        if first != path:
            raise BrokenInput(
                f"{path} holds evidence on {subject.kind} {subject.name}, and so does {first}; valid: one file",
                f"{path} 与 {first} 都是 {subject.kind} {subject.name} 的证据；只应有一个文件",
            )
    return subjects, [section for document in documents for section in document.evidence]


def _document(path: Path) -> Stored:
    try:
        size = path.stat().st_size
        if path.is_file() and size <= MAX_BYTES:
            stored = Stored.model_validate_json(path.read_bytes())
            for section in stored.evidence:
                finite(section.data)
            return stored
    except (OSError, ValueError) as error:
        what = reason(error)
        raise BrokenInput(
            f"{path} is no stored evidence: {what}", f"{path} 不是已保存的证据：{what}"
        ) from error
    raise BrokenInput(
        f"{path} is no stored evidence: it has {size} bytes; valid: a file of at most {MAX_BYTES} bytes",
        f"{path} 不是已保存的证据：大小为 {size} 字节；应为不超过 {MAX_BYTES} 字节的文件",
    )
