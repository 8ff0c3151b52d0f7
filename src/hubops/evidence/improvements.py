"""The `improvements` section: how the controls stand that show the effects of the hub's improvements.

Comparing is the findings stage's; the pipeline hands what it says over, so that controls can judge it.
"""

from __future__ import annotations

from hubops import __version__
from hubops.model import Evidence, Json, SubjectKind

SECTION = "improvements"


def section(hub: str, effects: dict[str, Json], as_of: str) -> Evidence:
    """The evidence on `hub` made of its improvements' effects (schema `policies/schemas/improvements.json`)."""
    return Evidence(
        subject=hub,
        subject_kind=SubjectKind.HUB,
        section=SECTION,
        collected_at=as_of,
        collector=f"hubops/{__version__}",
        source="improvements",
        data={"hub": hub, **effects},
    )
