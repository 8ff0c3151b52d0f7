"""Images are named for what decides their content."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from hubops.errors import ProvisionFailed, UsageError
from hubops.provision import images


def test_recipe_that_changes_has_another_digest() -> None:
    recipe = images.recipe_for("container")
    more = dataclasses.replace(recipe, packages=(*images.BARE, "curl"))
    newer = dataclasses.replace(recipe, release="trixie")
    assert len({recipe.digest, more.digest, newer.digest}) == 3
    assert images.container_name().endswith(f":{recipe.digest}")
    assert images.container_name("trixie").endswith(f":{newer.digest}")
    assert images.disk("trixie").folder != images.disk().folder


def test_bare_image_has_none_of_what_roles_install() -> None:
    assert set(images.BARE).isdisjoint(images.INSTALLED_BY_ROLES)


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="valid: container, vm"):
        images.ensure("cloud")


def test_unknown_release_is_refused() -> None:
    with pytest.raises(UsageError, match="valid: bookworm, trixie"):
        images.ensure("container", "buster")


def test_a_machine_has_the_kernel_of_its_own_image() -> None:
    for release in images.RELEASES:
        folder = images.disk(release).folder
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(json.dumps({"image": release}))
    assert images.disk_of("trixie") == images.disk("trixie")
    with pytest.raises(ProvisionFailed, match="gone is not on this machine"):
        images.disk_of("gone")


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
        (("bookworm", "trixie-updates", "trixie-security"), 0),
    ],
)
@pytest.mark.parametrize("release", images.RELEASES)
def test_debian_comes_from_where_this_machine_gets_it(
    monkeypatch: pytest.MonkeyPatch, suites: tuple[str, ...], expected: int, release: str
) -> None:
    listed = [f"Packages Debian https://mirror.example/debian/ {suite} main" for suite in suites]
    listed += ["Packages Google https://google.example/ bookworm main", *listed]
    monkeypatch.setattr(images, "attempt", lambda argv: SimpleNamespace(stdout="\n".join(listed).encode()))
    sources = images._sources(release)
    assert len(sources) == expected
    assert all(line.startswith(f"deb https://mirror.example/debian/ {release}") for line in sources)
