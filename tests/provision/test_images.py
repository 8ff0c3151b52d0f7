"""Images are named for what decides their content."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from hubops.errors import UsageError
from hubops.provision import images


def test_recipe_that_changes_has_another_digest() -> None:
    more = dataclasses.replace(images.CONTAINER, packages=(*images.BARE, "curl"))
    assert more.digest != images.CONTAINER.digest == dataclasses.replace(images.CONTAINER).digest
    assert images.container_name().endswith(f":{images.CONTAINER.digest}")


def test_bare_image_has_none_of_what_roles_install() -> None:
    assert set(images.BARE).isdisjoint(images.INSTALLED_BY_ROLES)


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="valid: container, vm"):
        images.ensure("cloud")


def test_disk_is_pinned_only_once_it_is_whole() -> None:
    folder = images.disk().folder
    folder.mkdir(parents=True)
    images.disk().image.touch()
    assert images.pinned("vm") is None
    (folder / "manifest.json").write_text(json.dumps({"image": "localhost/hubops-lab-vm@sha256:0"}))
    assert images.pinned("vm") == images.ensure("vm") == "localhost/hubops-lab-vm@sha256:0"


def test_killed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    partial = tmp_path / "vm.partial"
    (partial / "root").mkdir(parents=True)
    (partial / "root" / "half").touch()
    assert list(images._empty(partial).iterdir()) == []


@pytest.mark.parametrize(
    ("suites", "expected"),
    [
        (("bookworm", "bookworm-updates", "bookworm-security"), 3),
        (("bookworm",), 0),  # without security updates the machine's own sources will not do
        (("trixie", "trixie-updates", "trixie-security"), 0),
    ],
)
def test_debian_comes_from_where_this_machine_gets_it(
    monkeypatch: pytest.MonkeyPatch, suites: tuple[str, ...], expected: int
) -> None:
    listed = [f"Packages Debian https://mirror.example/debian/ {suite} main" for suite in suites]
    listed += ["Packages Google https://google.example/ bookworm main", *listed]
    monkeypatch.setattr(images, "attempt", lambda argv: SimpleNamespace(stdout="\n".join(listed).encode()))
    sources = images._sources()
    assert len(sources) == expected
    assert all(line.startswith("deb https://mirror.example/debian/ bookworm") for line in sources)
