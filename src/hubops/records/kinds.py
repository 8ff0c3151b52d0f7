"""The one table of record kinds.

A new kind is one module with one model and one line here (`hubops new record KIND`); then `make docs`.
"""

from __future__ import annotations

from hubops.records.agreement import Agreement
from hubops.records.base import Record
from hubops.records.drill import Drill
from hubops.records.emergency_plan import EmergencyPlan
from hubops.records.party import Party
from hubops.records.person import Person
from hubops.records.post import Post
from hubops.records.regime import Regime
from hubops.records.roster import Roster
from hubops.records.training import Training

KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "drill": Drill,
    "emergency_plan": EmergencyPlan,
    "party": Party,
    "person": Person,
    "post": Post,
    "regime": Regime,
    "roster": Roster,
    "training": Training,
}
