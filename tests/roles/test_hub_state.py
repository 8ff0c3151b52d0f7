"""How old the roles' modules take a record to be: what did not go well, or is still to come, has never been."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from loading import module_at

from hubops import bundle

PATH = bundle.find().playbooks / "plugins/module_utils/hub_state.py"
DAY = 86400


@pytest.fixture(scope="module")
def state() -> Any:
    return module_at(PATH)


@pytest.mark.parametrize(
    ("record", "days"),
    [
        ({"finished": -2.5 * DAY, "completed": True}, 2),
        ({"finished": 0, "completed": True}, 0),
        ({"finished": -DAY, "completed": False}, None),
        ({"finished": -DAY, "completed": "yes"}, None),
        ({"finished": -DAY}, None),
        ({"finished": 2 * DAY, "completed": True}, None),
        ({"completed": True}, None),
        ([], None),
    ],
)
def test_the_age_of_a_record(state: Any, tmp_path: Path, record: Any, days: int | None) -> None:
    if isinstance(record, dict) and "finished" in record:
        record = record | {"finished": time.time() + record["finished"]}
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record))
    assert state.record_days(path, ["completed"]) == (state.NEVER if days is None else days)


def test_a_record_that_is_not_there_or_no_json_has_never_been(state: Any, tmp_path: Path) -> None:
    assert state.record_days(tmp_path / "none.json", []) == state.NEVER
    (tmp_path / "record.json").write_text("{")
    assert state.record_days(tmp_path / "record.json", []) == state.NEVER


def test_units_must_run_now_and_after_the_next_start(state: Any) -> None:
    class Module:
        @staticmethod
        def run_command(argv: list[str]) -> tuple[int, str, str]:
            shown = {
                "a.timer": ("enabled", "active"),
                "b.timer": ("disabled", "active"),
                "c.service": ("enabled", "failed"),
            }
            said = [
                f"Id={u}\nUnitFileState={shown[u][0]}\nActiveState={shown[u][1]}" for u in argv if u in shown
            ]
            return 0, "\n\n".join(said), ""

    wanted = ["a.timer", "b.timer", "c.service", "gone.service"]
    assert state.stopped(Module, wanted) == ["b.timer", "c.service", "gone.service"]
