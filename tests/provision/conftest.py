"""Tests here touch no state but their own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LAB_NAME", "OPA", "PULUMI"):
        monkeypatch.delenv(f"HUBOPS_{name}", raising=False)
    for name in ("BACKEND_URL", "HOME", "STACK", "CONFIG_PASSPHRASE", "CONFIG_PASSPHRASE_FILE"):
        monkeypatch.delenv(f"PULUMI_{name}", raising=False)
    monkeypatch.setenv("HUBOPS_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HUBOPS_CACHE", str(tmp_path / "cache"))
