"""The one table of record kinds.

A new kind is one module with one model and one line here (`hubops new record KIND`); then `make docs`.
"""

from __future__ import annotations

from hubops.records.agreement import Agreement
from hubops.records.approval import Approval
from hubops.records.assessment import Assessment
from hubops.records.base import Record
from hubops.records.committee import Committee
from hubops.records.contact import Contact
from hubops.records.drill import Drill
from hubops.records.emergency_plan import EmergencyPlan
from hubops.records.external_access import ExternalAccess
from hubops.records.inspection import Inspection
from hubops.records.meeting import Meeting
from hubops.records.party import Party
from hubops.records.person import Person
from hubops.records.post import Post
from hubops.records.regime import Regime
from hubops.records.responsibility import Responsibility
from hubops.records.roster import Roster
from hubops.records.site import Site
from hubops.records.staff_change import StaffChange
from hubops.records.system import System
from hubops.records.training import Training
from hubops.records.training_plan import TrainingPlan

KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "approval": Approval,
    "assessment": Assessment,
    "committee": Committee,
    "contact": Contact,
    "drill": Drill,
    "emergency_plan": EmergencyPlan,
    "external_access": ExternalAccess,
    "inspection": Inspection,
    "meeting": Meeting,
    "party": Party,
    "person": Person,
    "post": Post,
    "regime": Regime,
    "responsibility": Responsibility,
    "roster": Roster,
    "site": Site,
    "staff_change": StaffChange,
    "system": System,
    "training": Training,
    "training_plan": TrainingPlan,
}
