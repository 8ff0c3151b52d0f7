"""What restores must agree on with what makes the copies, and what they look for in an archive."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import ansible.module_utils
import pytest
from loading import module_at

from hubops import bundle

PLUGINS = bundle.find().playbooks / "plugins"
TEMPLATES = bundle.find().roles / "postgres_backup/templates"


def constant(text: str, name: str) -> str:
    """The text that a constant of a Python file has, parts that stand one after the other joined."""
    found = re.search(rf"^{name} = \(?((?:\s*\"[^\"]*\")+)", text, re.MULTILINE)
    assert found, name
    return "".join(re.findall(r'"([^"]*)"', found.group(1)))


def test_a_restore_sums_up_tables_as_the_dump_does() -> None:
    restore = (PLUGINS / "module_utils/postgres_cluster.py").read_text()
    dump = (TEMPLATES / "hubops-dump.j2").read_text()
    assert constant(restore, "TABLES") == constant(dump, "TABLES")
    assert constant(restore, "SUMS") == f"{constant(dump, 'SETTINGS')} {constant(dump, 'SUMS')}"


@pytest.fixture
def restore(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with what Ansible would send along with it."""
    ours = str(PLUGINS / "module_utils")
    monkeypatch.setattr(ansible.module_utils, "__path__", [*ansible.module_utils.__path__, ours])
    return module_at(PLUGINS / "modules/backup_restore.py")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of six segments in two folders, as pgBackRest has it, with what else lies there."""
    numbers = [f"0000000100000000000000{number:02X}" for number in (0xFD, 0xFE, 0xFF)]
    numbers += [f"0000000100000001000000{number:02X}" for number in (0, 1, 2)]
    for number in numbers:
        folder = tmp_path / number[:16]
        folder.mkdir(exist_ok=True)
        (folder / f"{number}-{'a' * 40}.zst").touch()
    (tmp_path / "archive.info").touch()
    (tmp_path / "0000000100000000" / f"{numbers[0]}.00000028.backup").touch()
    return tmp_path


FIRST, LAST = "0000000100000000000000FD", "000000010000000100000002"


def test_a_whole_archive_has_no_gap(restore: ModuleType, archive: Path) -> None:
    assert restore.gaps(str(archive), FIRST) == ([], LAST)


@pytest.mark.parametrize("lost", ["0000000100000000000000FF", "000000010000000100000001", FIRST])
def test_a_segment_that_is_missing_on_the_way_is_named(restore: ModuleType, archive: Path, lost: str) -> None:
    next(archive.glob(f"*/{lost}-*")).unlink()
    assert restore.gaps(str(archive), FIRST) == ([lost], LAST)


def test_what_is_put_back_replaces_what_was_there(restore: ModuleType, tmp_path: Path) -> None:
    came, target = tmp_path / "came", tmp_path / "srv/data"
    (came / str(target)[1:]).mkdir(parents=True)
    (came / str(target)[1:] / "kept").write_text("copied")
    target.mkdir(parents=True)
    (target / "kept").write_text("generated")
    (target / ".strange").touch()
    (target / "folder").mkdir()
    restore.put_back(str(came), [str(target)])
    assert {path.name: path.read_text() for path in target.iterdir()} == {"kept": "copied"}
    with pytest.raises(restore.Broken, match="the archive has no /nowhere"):
        restore.put_back(str(came), ["/nowhere"])
