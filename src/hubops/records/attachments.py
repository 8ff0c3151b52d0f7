"""Files beside the records, as scans of what was signed: each is there, inside the folder, and has its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from hubops import documents
from hubops.faults import shown
from hubops.model import Text
from hubops.reasons import reason
from hubops.records.base import Attachment, Record

_RECORDS = {".yaml", ".yml"}


def faults(folder: Path, records: Iterable[tuple[Record, str]]) -> Iterator[Text]:
    """What is wrong with the attachments of records, each given with the place where it is written."""
    for record, place in records:
        who = Text(en=f"record {shown(record.id)}", zh=f"记录 {shown(record.id)}")
        for number, attachment in enumerate(record.attachments):
            wrong = _wrong(folder, attachment)
            if wrong:
                what = Text(en=f"{who.en}: {wrong.en}", zh=f"{who.zh}：{wrong.zh}")
                field = f"attachments.{number}.path"
                yield documents.at(place, what, thing=who, field=field, value=shown(attachment.path))


def digest(path: Path) -> str:
    """The SHA-256 digest of a file, in hexadecimal digits. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wrong(folder: Path, attachment: Attachment) -> Text | None:
    name = shown(attachment.path)
    path = folder / attachment.path
    if not _inside(folder, attachment.path):
        return Text(
            en=f"the attachment {name} is not inside {folder}; valid: a path below it, as scans/a.pdf",
            zh=f"附件 {name} 不在 {folder} 之内；应为其下的路径，例如 scans/a.pdf",
        )
    if path.suffix in _RECORDS or any(part.startswith(".") for part in PurePosixPath(attachment.path).parts):
        return Text(
            en=f"the attachment {name} would be read as records, or is hidden; valid: another kind of file",
            zh=f"附件 {name} 会被当作记录读取，或为隐藏文件；请使用其他类型的文件",
        )
    try:
        if not path.is_file():
            return Text(en=f"the attachment {path} does not exist", zh=f"附件 {path} 不存在")
        is_ = digest(path)
    except OSError as error:
        why = reason(error)
        return Text(en=f"the attachment {path} cannot be read: {why}", zh=f"附件 {path} 无法读取：{why}")
    if is_ == attachment.sha256:
        return None
    return Text(
        en=f"the attachment {path} has the digest {is_}, not the recorded {attachment.sha256}: it was changed, "
        "or is another file",
        zh=f"附件 {path} 的摘要为 {is_}，与登记的 {attachment.sha256} 不符：文件已被改动，或不是原文件",
    )


def _inside(folder: Path, path: str) -> bool:
    """Whether a path, links followed, leads to a place below the folder, spelt as it is found there."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or str(parts) != path or not path.isprintable():
        return False
    try:
        return (folder / path).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False
