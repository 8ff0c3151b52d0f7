"""What a record names as its proof is there, inside the folder, and has the recorded digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from records.tables import folder

from hubops import records
from hubops.errors import BrokenInput

__all__ = ["folder"]
CONTENT = b"%PDF-1.7 signed"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def attach(folder: Path, path: str, digest: str = DIGEST) -> None:
    (folder / "party.yaml").write_text(
        f"{(folder / 'party.yaml').read_text()}- id: ORG-99\n  name: {{en: a, zh: 甲}}\n  role: builder\n  access: false\n"
        f"  attachments: [{{path: '{path}', sha256: {digest}}}]\n"
    )


def refused(folder: Path) -> str:
    with pytest.raises(BrokenInput) as caught:
        records.load(folder)
    return str(caught.value)


def test_an_attachment_is_part_of_its_record(folder: Path) -> None:
    (folder / "scans").mkdir()
    (folder / "scans/a.pdf").write_bytes(CONTENT)
    attach(folder, "scans/a.pdf")
    (one,) = [one for one in records.load(folder) if one["id"] == "ORG-99"]
    assert one["attachments"] == [{"path": "scans/a.pdf", "sha256": DIGEST}]


def test_a_file_that_was_changed_is_named_with_both_digests(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(CONTENT + b"!")
    attach(folder, "a.pdf")
    said = refused(folder)
    assert (
        f"the attachment {folder / 'a.pdf'} has the digest {hashlib.sha256(CONTENT + b'!').hexdigest()}"
        in said
    )
    assert f"not the recorded {DIGEST}" in said
    assert f"{folder / 'party.yaml'}:" in said


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    attach(folder, "a.pdf")
    assert f"the attachment {folder / 'a.pdf'} does not exist" in refused(folder)


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/passwd", "scans/../../secret", "./a.pdf", "a//b", "link/secret", "loop"]
)
def test_a_path_out_of_the_folder_is_refused(folder: Path, path: str) -> None:
    (folder.parent / "secret").write_bytes(CONTENT)
    (folder / ".hidden").mkdir()
    (folder / "link").symlink_to(folder.parent)
    (folder / "loop").symlink_to(folder / "loop")
    attach(folder, path)
    said = refused(folder)
    assert "is not inside" in said or "does not exist" in said
    assert ("is not inside" in said) == (path != "loop") or path == "loop"


@pytest.mark.parametrize("path", ["post.yaml", ".hidden/a.pdf", "b.yml"])
def test_an_attachment_is_no_record_and_not_hidden(folder: Path, path: str) -> None:
    attach(folder, path)
    assert "would be read as records, or is hidden" in refused(folder)


def test_a_folder_and_a_pipe_are_no_attachments(folder: Path) -> None:
    import os

    os.mkfifo(folder / "pipe")
    attach(folder, "pipe")
    assert "does not exist" in refused(folder)


def test_a_file_that_no_record_names_is_not_overlooked(folder: Path) -> None:
    (folder / "stray.pdf").write_bytes(CONTENT)
    assert "stray.pdf: not read as records; valid: a .yaml file, or the attachment of a record" in refused(
        folder
    )


def test_a_digest_is_a_digest(folder: Path) -> None:
    attach(folder, "a.pdf", "ABC")
    assert "`attachments.0.sha256` is 'ABC'" in refused(folder)
