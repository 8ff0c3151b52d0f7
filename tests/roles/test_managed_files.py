"""What the module that all roles write files with leaves of them."""

from __future__ import annotations

import grp
import os
import pwd
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from loading import module_at

from hubops import bundle

PATH = bundle.find().playbooks / "plugins/modules/managed_files.py"
BINARY = b"\x7fELF\r\n\x00\xff\r\x0c\x85\n\n"


@pytest.fixture(scope="module")
def managed() -> Any:
    return module_at(PATH)


def bring_about(managed: Any, path: Path, check_mode: bool = False, **wanted: Any) -> dict[str, Any] | None:
    defaults = {
        "path": str(path),
        "state": "file",
        "content": None,
        "edits": None,
        "mode": None,
        "owner": pwd.getpwuid(os.getuid()).pw_name,
        "group": grp.getgrgid(os.getgid()).gr_name,
        "validate": None,
    }
    made: dict[str, Any] | None = managed._bring_about(
        SimpleNamespace(check_mode=check_mode), {**defaults, **wanted}
    )
    return made


def test_rights_alone_leave_the_file_as_it_is(managed: Any, tmp_path: Path) -> None:
    file = tmp_path / "program"
    file.write_bytes(BINARY)
    file.chmod(0o4775)
    before = file.stat()
    assert bring_about(managed, file, mode="4755")
    assert (file.stat().st_mode & 0o7777, file.stat().st_ino) == (0o4755, before.st_ino)
    assert file.read_bytes() == BINARY
    assert not bring_about(managed, file, mode="4755")


def test_rights_alone_in_check_mode(managed: Any, tmp_path: Path) -> None:
    assert bring_about(managed, tmp_path / "comes-with-a-package", check_mode=True, mode="0600")
    assert not list(tmp_path.iterdir())


def test_an_edit_leaves_other_lines_as_they_are(managed: Any, tmp_path: Path) -> None:
    file = tmp_path / "settings"
    file.write_bytes(b"page one\n\x0cpage two\x85\xff\rend\nMASK 022\n")
    assert bring_about(managed, file, edits=[{"match": "^MASK", "line": "MASK 027"}])
    assert file.read_bytes() == b"page one\n\x0cpage two\x85\xff\rend\nMASK 027\n"


def test_an_edit_finds_lines_that_end_as_in_windows(managed: Any, tmp_path: Path) -> None:
    file = tmp_path / "settings"
    file.write_bytes(b"A 1\r\nB 2\r\n")
    assert bring_about(managed, file, edits=[{"match": "^A 1$", "line": "A 2"}])
    assert file.read_bytes() == b"A 2\nB 2\n"


def test_content_replaces_lines_that_end_as_in_windows(managed: Any, tmp_path: Path) -> None:
    file = tmp_path / "settings"
    file.write_bytes(b"A 1\r\n")
    assert bring_about(managed, file, content="A 1")
    assert file.read_bytes() == b"A 1\n"
    assert not bring_about(managed, file, content="A 1")
