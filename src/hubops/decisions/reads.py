"""What of the evidence a control reads, as OPA itself tells."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from hubops.bundle import Bundle
from hubops.errors import DecisionFailed
from hubops.model import Control, Json

_SECONDS = 30
Place = tuple[str, ...]


def reads(bundle: Bundle, program: Path, control: Control) -> list[Place]:
    """The places of the input that the control's `deny` reads, such as `("sshd", "options", "permitrootlogin")`.

    Raises DecisionFailed with OPA's own words when it cannot tell.
    """
    query = f"data.controls.{control.id.replace('/', '.')}.deny"
    argv = [str(program), "deps", "--format=json", "--ignore=*_test.rego", "-b", str(bundle.policies), query]
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        said = " ".join(str(getattr(error, "stderr", "") or error).split())
        raise DecisionFailed(
            f"OPA cannot tell what {control.id} reads: {said}",
            f"OPA 无法说明 {control.id} 读取的内容：{said}",
        ) from error
    found = json.loads(done.stdout).get("base") or []
    places = {tuple(str(part["value"]) for part in ref[1:]) for ref in found if ref[0]["value"] == "input"}
    return sorted(place for place in places if place and place[0] in control.evidence)


def as_read(places: Iterable[Place], sections: Mapping[str, Json]) -> dict[str, Json]:
    """What the sections hold at the places, by `sshd.options.permitrootlogin`; what is not there is None."""
    found = {}
    for place in places:
        value: Json = sections
        for step in place:
            value = value.get(step) if isinstance(value, Mapping) else None
        found[".".join(place)] = value
    return found
