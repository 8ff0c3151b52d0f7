"""What a report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hubops.model import Control, Evidence, Results, Text
from hubops.standards import Standard

Lang = Literal["en", "zh"]


@dataclass(frozen=True)
class Report:
    """Results with what is needed to read them.

    `controls` gives titles and descriptions by id; a finding of a control that is not in it is
    shown by its id. `before` is an earlier run of the same subjects to compare with. `notes` are
    said at the top. `standards` says what is demanded, by id; without it findings are counted by the
    beginning of their requirements' ids. `excluded` says of requirements why they do not apply to the hub.
    `evidence` is what the run saw, where the state of monitoring and backups is to be shown.
    """

    results: Results
    controls: Mapping[str, Control]
    lang: Lang = "en"
    before: Results | None = None
    notes: tuple[Text, ...] = ()
    standards: Mapping[str, Standard] = field(default_factory=dict)
    excluded: Mapping[str, Text] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
