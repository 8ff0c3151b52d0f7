"""The one table of record kinds.

A new kind is one module with one model and one line here (`hubops new record KIND`); then `make docs`.
"""

from __future__ import annotations

from hubops.records.acceptance import Acceptance
from hubops.records.agreement import Agreement
from hubops.records.approval import Approval
from hubops.records.assessment import Assessment
from hubops.records.asset import Asset
from hubops.records.awareness_notice import AwarenessNotice
from hubops.records.base import Record
from hubops.records.change import Change
from hubops.records.committee import Committee
from hubops.records.complaint import Complaint
from hubops.records.contact import Contact
from hubops.records.crypto_product import CryptoProduct
from hubops.records.data_asset import DataAsset
from hubops.records.delivery import Delivery
from hubops.records.design import Design
from hubops.records.development import Development
from hubops.records.device import Device
from hubops.records.drill import Drill
from hubops.records.emergency_plan import EmergencyPlan
from hubops.records.external_access import ExternalAccess
from hubops.records.grading import Grading
from hubops.records.handover import Handover
from hubops.records.improvement import Improvement
from hubops.records.incident import Incident
from hubops.records.inspection import Inspection
from hubops.records.level_assessment import LevelAssessment
from hubops.records.line import Line
from hubops.records.maintenance import Maintenance
from hubops.records.maintenance_access import MaintenanceAccess
from hubops.records.media import Media
from hubops.records.meeting import Meeting
from hubops.records.operation_check import OperationCheck
from hubops.records.operation_plan import OperationPlan
from hubops.records.outside_connection import OutsideConnection
from hubops.records.outsourcing import Outsourcing
from hubops.records.party import Party
from hubops.records.person import Person
from hubops.records.post import Post
from hubops.records.problem import Problem
from hubops.records.procedure import Procedure
from hubops.records.product import Product
from hubops.records.project import Project
from hubops.records.regime import Regime
from hubops.records.report import Report
from hubops.records.report_definition import ReportDefinition
from hubops.records.responsibility import Responsibility
from hubops.records.risk import Risk
from hubops.records.risk_assessment import RiskAssessment
from hubops.records.roster import Roster
from hubops.records.safeguard import Safeguard
from hubops.records.satisfaction_review import SatisfactionReview
from hubops.records.site import Site
from hubops.records.site_round import SiteRound
from hubops.records.software import Software
from hubops.records.staff_change import StaffChange
from hubops.records.supplier import Supplier
from hubops.records.survey import Survey
from hubops.records.system import System
from hubops.records.third_party_evaluation import ThirdPartyEvaluation
from hubops.records.training import Training
from hubops.records.training_plan import TrainingPlan

KINDS: dict[str, type[Record]] = {
    "acceptance": Acceptance,
    "agreement": Agreement,
    "approval": Approval,
    "assessment": Assessment,
    "asset": Asset,
    "awareness_notice": AwarenessNotice,
    "change": Change,
    "committee": Committee,
    "complaint": Complaint,
    "contact": Contact,
    "crypto_product": CryptoProduct,
    "data_asset": DataAsset,
    "delivery": Delivery,
    "design": Design,
    "development": Development,
    "device": Device,
    "drill": Drill,
    "emergency_plan": EmergencyPlan,
    "external_access": ExternalAccess,
    "grading": Grading,
    "handover": Handover,
    "improvement": Improvement,
    "incident": Incident,
    "inspection": Inspection,
    "level_assessment": LevelAssessment,
    "line": Line,
    "maintenance": Maintenance,
    "maintenance_access": MaintenanceAccess,
    "media": Media,
    "meeting": Meeting,
    "operation_check": OperationCheck,
    "operation_plan": OperationPlan,
    "outside_connection": OutsideConnection,
    "outsourcing": Outsourcing,
    "party": Party,
    "person": Person,
    "post": Post,
    "problem": Problem,
    "procedure": Procedure,
    "product": Product,
    "project": Project,
    "regime": Regime,
    "report": Report,
    "report_definition": ReportDefinition,
    "responsibility": Responsibility,
    "risk": Risk,
    "risk_assessment": RiskAssessment,
    "roster": Roster,
    "safeguard": Safeguard,
    "satisfaction_review": SatisfactionReview,
    "site": Site,
    "site_round": SiteRound,
    "software": Software,
    "staff_change": StaffChange,
    "supplier": Supplier,
    "survey": Survey,
    "system": System,
    "third_party_evaluation": ThirdPartyEvaluation,
    "training": Training,
    "training_plan": TrainingPlan,
}
