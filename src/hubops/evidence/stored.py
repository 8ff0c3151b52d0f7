"""Evidence in a folder, one file a subject: collected here, judged elsewhere or later."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from hubops.errors import BrokenInput, UsageError
from hubops.files import write_whole
from hubops.model import Evidence, Frozen, Subject


class Stored(Frozen):
    """What one file holds."""

    form: Literal["hubops/evidence/1"] = "hubops/evidence/1"
    subject: Subject
    evidence: tuple[Evidence, ...]


def write(folder: Path, subjects: Iterable[Subject], evidence: Iterable[Evidence]) -> list[Path]:
    """Writes `<subject>.json` for each subject, readable by its owner only; gives the files."""
    sections = list(evidence)
    written = []
    for subject in subjects:
        own = tuple(section for section in sections if subject.owns(section))
        path = folder / f"{subject.kind}-{subject.name}.json"
        write_whole(path, Stored(subject=subject, evidence=own).model_dump_json(indent=1) + "\n", 0o600)
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
    documents = []
    for path in paths:
        try:
            documents.append(Stored.model_validate_json(path.read_bytes()))
        except (OSError, ValueError) as error:
            what = "; ".join(str(error).splitlines()[:3])
            raise BrokenInput(
                f"{path} is no stored evidence: {what}", f"{path} 不是已保存的证据：{what}"
            ) from error
    subjects = [document.subject for document in documents]
    return subjects, [section for document in documents for section in document.evidence]
