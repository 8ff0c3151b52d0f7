"""The `waivers` section: what the hub's exceptions are and what they cover in this run.

Matching is the findings stage's; the pipeline hands what it says over, so that controls can judge it.
"""

from __future__ import annotations

from hubops import __version__
from hubops.model import Evidence, Json, SubjectKind

SECTION = "waivers"


def section(hub: str, usage: dict[str, Json], as_of: str) -> Evidence:
    """The evidence on `hub` made of what its waivers cover (schema `policies/schemas/waivers.json`)."""
    return Evidence(
        subject=hub,
        subject_kind=SubjectKind.HUB,
        section=SECTION,
        collected_at=as_of,
        collector=f"hubops/{__version__}",
        source="waivers",
        data={"hub": hub, **usage},
    )
