"""The one table of record kinds.

A new kind is one module with one model and one line here (`hubops new record KIND`); then `make docs`.
"""

from __future__ import annotations

from hubops.records.agreement import Agreement
from hubops.records.base import Record
from hubops.records.complaint import Complaint
from hubops.records.drill import Drill
from hubops.records.emergency_plan import EmergencyPlan
from hubops.records.improvement import Improvement
from hubops.records.party import Party
from hubops.records.person import Person
from hubops.records.post import Post
from hubops.records.regime import Regime
from hubops.records.roster import Roster
from hubops.records.satisfaction_review import SatisfactionReview
from hubops.records.site import Site
from hubops.records.survey import Survey
from hubops.records.system import System
from hubops.records.third_party_evaluation import ThirdPartyEvaluation
from hubops.records.training import Training

KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "complaint": Complaint,
    "drill": Drill,
    "emergency_plan": EmergencyPlan,
    "improvement": Improvement,
    "party": Party,
    "person": Person,
    "post": Post,
    "regime": Regime,
    "roster": Roster,
    "satisfaction_review": SatisfactionReview,
    "site": Site,
    "survey": Survey,
    "system": System,
    "third_party_evaluation": ThirdPartyEvaluation,
    "training": Training,
}
