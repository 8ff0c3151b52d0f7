"""The one table of record kinds.

A new kind is one module with one model and one line here (`hubops new record KIND`); then `make docs`.
"""

from __future__ import annotations

from hubops.records.agreement import Agreement
from hubops.records.asset import Asset
from hubops.records.awareness_notice import AwarenessNotice
from hubops.records.base import Record
from hubops.records.change import Change
from hubops.records.crypto_product import CryptoProduct
from hubops.records.drill import Drill
from hubops.records.emergency_plan import EmergencyPlan
from hubops.records.handover import Handover
from hubops.records.incident import Incident
from hubops.records.maintenance import Maintenance
from hubops.records.maintenance_access import MaintenanceAccess
from hubops.records.media import Media
from hubops.records.operation_check import OperationCheck
from hubops.records.outside_connection import OutsideConnection
from hubops.records.outsourcing import Outsourcing
from hubops.records.party import Party
from hubops.records.person import Person
from hubops.records.post import Post
from hubops.records.problem import Problem
from hubops.records.procedure import Procedure
from hubops.records.regime import Regime
from hubops.records.risk import Risk
from hubops.records.risk_assessment import RiskAssessment
from hubops.records.roster import Roster
from hubops.records.site import Site
from hubops.records.system import System
from hubops.records.training import Training

KINDS: dict[str, type[Record]] = {
    "agreement": Agreement,
    "asset": Asset,
    "awareness_notice": AwarenessNotice,
    "change": Change,
    "crypto_product": CryptoProduct,
    "drill": Drill,
    "emergency_plan": EmergencyPlan,
    "handover": Handover,
    "incident": Incident,
    "maintenance": Maintenance,
    "maintenance_access": MaintenanceAccess,
    "media": Media,
    "operation_check": OperationCheck,
    "outside_connection": OutsideConnection,
    "outsourcing": Outsourcing,
    "party": Party,
    "person": Person,
    "post": Post,
    "problem": Problem,
    "procedure": Procedure,
    "regime": Regime,
    "risk": Risk,
    "risk_assessment": RiskAssessment,
    "roster": Roster,
    "site": Site,
    "system": System,
    "training": Training,
}
