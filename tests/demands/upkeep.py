"""What the controls of integrity, malware and updates demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand, no_wider, on_container, within

from hubops.model import Json


def _runs(units: Json, *names: str) -> bool:
    """Each of the units now and after the next start."""
    return all(any(u["name"] == name and u["enabled"] and u["active"] for u in units) for name in names)


def _one_runs(units: Json) -> bool:
    return any(_runs([unit], unit["name"]) for unit in units)


def _ended(run: Json, most: Json) -> bool:
    return within(run["days"], 0, most) and run["completed"] is not False


def _nothing(found: Json) -> bool:
    return found == {"count": 0, "first": []}


def _base_present(e: Any, p: Any) -> bool:
    base = e["integrity"]["base"]
    return no_wider(base["mode"], 0o600) and base["owner"] == "root" and base["empty"] is False


def _kept_elsewhere(e: Any, p: Any) -> bool:
    kept = e["integrity"]["kept_sha256"]
    return kept is not None and e["integrity"]["base"]["sha256"] == kept


def _acknowledged(e: Any, p: Any) -> bool:
    check = e["integrity"]["last_check"]
    return check["completed"] is True and all(_nothing(found) for found in check["changes"].values())


def _scope(e: Any, p: Any) -> bool:
    watched = {one["path"] for one in e["integrity"]["directories"] if one["hashed"]}
    return set(p["paths"]) <= watched and all(one["hashed"] for one in e["integrity"]["files"])


def _signatures_current(e: Any, p: Any) -> bool:
    files = e["malware"]["signatures"]
    official = [file for file in files if file["official"]]
    return within(min(file["days"] for file in official or files), 0, p["max_signature_days"])


def _nothing_found(e: Any, p: Any) -> bool:
    scan = e["malware"]["last_scan"]
    return scan["completed"] is True and scan["found"] == []


def _detection_proven(e: Any, p: Any) -> bool:
    drill = e["malware"]["drill"]
    return within(drill["days"], 0, p["max_drill_days"]) and drill["detected"] and drill["quarantined"]


def _automatic(e: Any, p: Any) -> bool:
    automatic = e["updates"]["automatic"]
    return (
        e["updates"]["installed"]
        and automatic["lists_every_days"] == automatic["upgrade_every_days"] == 1
        and automatic["security_origin"]
        and set(automatic["excluded"]) <= set(p["exclude"])
    )


def _none_pending(e: Any, p: Any) -> bool:
    return e["updates"]["lists"]["security"] and all(
        within(update["days"], 0, p["pending_days"]) for update in e["updates"]["security_pending"]
    )


def _sources_signed(e: Any, p: Any) -> bool:
    return all(source["signed_by"] for source in e["packages"]["sources"] if source["enabled"])


DEMANDS: dict[str, Demand] = {
    "integrity/base_kept_elsewhere": _kept_elsewhere,
    "integrity/base_present": _base_present,
    "integrity/changes_acknowledged": _acknowledged,
    "integrity/checked_daily": lambda e, p: _one_runs(e["integrity"]["timers"]),
    "integrity/last_check_recent": lambda e, p: _ended(e["integrity"]["last_check"], p["check_days"]),
    "integrity/packages_unchanged": lambda e, p: _nothing(e["integrity"]["last_check"]["altered"]),
    "integrity/scope_sufficient": _scope,
    "integrity/tool_installed": lambda e, p: (
        e["integrity"]["installed"] and e["integrity"]["config"] is not None
    ),
    "malware/detection_proven": _detection_proven,
    "malware/findings_reported": lambda e, p: e["malware"]["drill"]["reported"] is True,
    "malware/last_scan_recent": lambda e, p: _ended(e["malware"]["last_scan"], p["max_scan_days"]),
    "malware/nothing_found": _nothing_found,
    "malware/scan_scheduled": lambda e, p: _runs(
        e["malware"]["timers"], "hubops-malware-scan.timer", "hubops-malware-drill.timer"
    ),
    "malware/scanner_installed": lambda e, p: e["malware"]["installed"],
    "malware/signatures_current": _signatures_current,
    "malware/signatures_updated_automatically": lambda e, p: (
        _one_runs(e["malware"]["updaters"]) and e["malware"]["sources"] != []
    ),
    "packages/sources_signed": _sources_signed,
    "updates/automatic": _automatic,
    "updates/last_run_recent": lambda e, p: within(e["updates"]["last_run_days"], 0, p["max_run_days"]),
    "updates/lists_current": lambda e, p: within(e["updates"]["lists"]["days"], 0, p["lists_days"]),
    "updates/no_holds": lambda e, p: e["updates"]["held"] == [],
    "updates/obsolete_removed": lambda e, p: (
        e["updates"]["obsolete"] == [] and e["updates"]["automatic"]["removes_unused_kernels"]
    ),
    "updates/reboot_not_overdue": lambda e, p: (
        not e["updates"]["reboot"]["required"] or within(e["updates"]["reboot"]["days"], 0, p["reboot_days"])
    ),
    "updates/restarts_decided": lambda e, p: e["updates"]["automatic"]["reboots"] is p["automatic_reboot"],
    "updates/results_reported": lambda e, p: (
        e["updates"]["automatic"]["reports_to_syslog"] or e["updates"]["automatic"]["reports_by_mail"]
    ),
    "updates/security_none_pending": _none_pending,
    "updates/timers_active": lambda e, p: _runs(
        e["updates"]["timers"], "apt-daily.timer", "apt-daily-upgrade.timer"
    ),
}

IRRELEVANT: dict[str, Demand] = {
    "updates/reboot_not_overdue": on_container,
}
