"""What the monitoring server says of itself, asked over TLS with the host's certificate on its own address."""

from __future__ import annotations

import http.client
import json
import re
import ssl
import time
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .monitoring_indicators import indicators

if TYPE_CHECKING:
    from collections.abc import Callable

PROMETHEUS = "prometheus.service"
ALERTMANAGER = "prometheus-alertmanager.service"
PKI = "/etc/hubops/pki"
NOT_PEOPLE = ("log", "dead-mans-switch")
"""Receivers that stand for nobody."""
_TIMEOUT = 5.0
_MOST = 8 * 1024 * 1024
_MOST_TARGETS = 5000
_MOST_ALERTS = 200
_MOST_WORDS = 300
_SEVERITIES = ("critical", "warning")
_DAYS = {"y": 365, "w": 7, "d": 1, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}
_BACKED_UP = "group by (instance) (last_over_time(hubops_backup_last_success_timestamp_seconds[1h]))"
_CHECKED = 'group by (subject) (last_over_time(hubops_finding{kind="host"}[1h]))'
_FAILED = "sum(increase(alertmanager_notifications_failed_total[1h]))"


def ask(service: dict[str, Any], path: str) -> Any:
    """What a service answers, as JSON; None where it does not answer or not in this form."""
    try:
        context = ssl.create_default_context(cafile=f"{PKI}/ca.crt")
        context.load_cert_chain(f"{PKI}/host.crt", f"{PKI}/host.key")
        # It is asked on its own address; that the certificate is the hub's is verified all the same.
        context.check_hostname = False
        address = next(iter(service["addresses"]), "127.0.0.1")
        where = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)  # noqa: S104 - is asked, not bound
        connection = http.client.HTTPSConnection(where, service["port"], timeout=_TIMEOUT, context=context)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read(_MOST + 1)
        finally:
            connection.close()
        return json.loads(body) if answer.status == 200 and len(body) <= _MOST else None
    except (OSError, ValueError, TypeError, http.client.HTTPException):
        return None


def central(services: dict[str, dict[str, Any]], patience: float, told: dict[str, Any]) -> dict[str, Any]:
    """The server's targets, hosts, rules, alerts and ways to people; what does not answer leaves its part empty.

    `told` are the hosts that it was told of.
    """
    end = time.monotonic() + patience
    found = _central(services, told)
    # What has just started has not asked everybody yet.
    while time.monotonic() < end and not _settled(found):
        time.sleep(2)
        found = _central(services, told)
    data = _asking(services.get(PROMETHEUS))
    return {**found, "indicators": indicators(data, found["targets"])}


def _settled(found: dict[str, Any]) -> bool:
    return (
        found["answers"]
        and found["watchdog"]["arrived"]
        and found["failed_notifications"] is not None
        and all(target["health"] != "unknown" for target in found["targets"])
        and all(rule["health"] != "unknown" for rule in found["rules"])
    )


def _asking(prometheus: dict[str, Any] | None) -> Callable[[str], dict[str, Any]]:
    """What gives Prometheus's answer to a path; empty where there is none."""

    def data(path: str) -> dict[str, Any]:
        said = ask(prometheus, path) if prometheus and prometheus["active"] else None
        inner = said.get("data") if isinstance(said, dict) else None
        return inner if isinstance(inner, dict) else {}

    return data


def _central(services: dict[str, dict[str, Any]], told: dict[str, Any]) -> dict[str, Any]:
    data, alertmanager = _asking(services.get(PROMETHEUS)), services.get(ALERTMANAGER)

    def listed(path: str) -> list[dict[str, Any]]:
        said = ask(alertmanager, path) if alertmanager and alertmanager["active"] else None
        return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []

    def named(query: str, label: str) -> list[str]:
        found = data("/api/v1/query?query=" + quote(query)).get("result") or []
        return sorted(str(one["metric"].get(label)) for one in found)

    information = data("/api/v1/status/runtimeinfo")
    alerts = [one for one in data("/api/v1/alerts").get("alerts") or [] if one.get("state") == "firing"]
    targets = _targets(data("/api/v1/targets?state=active").get("activeTargets") or [])
    arrived = listed("/api/v2/alerts?filter=" + quote('alertname="Watchdog"'))
    return {
        "answers": bool(information),
        "retention_days": _retention(str(information.get("storageRetention", ""))),
        "targets": targets,
        "hosts": {
            **told,
            "backed_up": named(_BACKED_UP, "instance"),
            # Where no check leaves its numbers, nobody can be missing among them.
            "checked": named(_CHECKED, "subject") or None,
        },
        "rules": _rules(data("/api/v1/rules").get("groups") or []),
        "alertmanagers": sorted(
            re.sub(r"^https?://([^/]*).*", r"\1", str(one.get("url")))
            for one in data("/api/v1/alertmanagers").get("activeAlertmanagers") or []
        ),
        "watchdog": {
            "fires": any(_is(one, "Watchdog") for one in alerts),
            "arrived": bool(arrived),
            "seconds": _newest(arrived),
        },
        "alerts": _alerts([one for one in alerts if not _is(one, "Watchdog")]),
        "failed_notifications": _number(data("/api/v1/query?query=" + quote(_FAILED)).get("result")),
        "receivers": sorted({str(one.get("name")) for one in listed("/api/v2/receivers")} - set(NOT_PEOPLE)),
        "silences": [
            _silence(one)
            for one in sorted(listed("/api/v2/silences"), key=lambda one: str(one.get("id")))
            if one.get("status", {}).get("state") != "expired"
        ],
    }


def _is(alert: dict[str, Any], name: str) -> bool:
    return bool(alert.get("labels", {}).get("alertname") == name)


def _newest(arrived: list[dict[str, Any]]) -> int | None:
    """Seconds since Alertmanager last heard of any of these alerts; None where it never did."""
    ages = [_seconds_since(str(one.get("updatedAt"))) for one in arrived]
    return min((age for age in ages if age is not None), default=None)


def _alerts(firing: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is amiss now, the worst first."""
    found: list[dict[str, Any]] = []
    for one in firing:
        labels, said = one.get("labels", {}), one.get("annotations", {})
        name, since = str(labels.get("alertname")), _seconds_since(str(one.get("activeAt")))
        summary = str(said.get("summary") or name)[:_MOST_WORDS]
        found.append(
            {
                "name": name,
                "severity": str(labels.get("severity", "")),
                "instance": str(labels["instance"]) if "instance" in labels else None,
                "summary": summary,
                "summary_zh": str(said.get("summary_zh") or summary)[:_MOST_WORDS],
                "minutes": None if since is None else since // 60,
            }
        )
    order = {severity: place for place, severity in enumerate(_SEVERITIES)}
    found.sort(key=lambda one: (order.get(one["severity"], len(order)), one["name"], one["instance"] or ""))
    return found[:_MOST_ALERTS]


def _targets(active: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each target by job and instance, its health and how long ago it was asked."""
    found = [
        {
            "job": str(one["labels"].get("job")),
            "instance": str(one["labels"].get("instance")),
            "health": str(one.get("health")),
            "seconds": _seconds_since(str(one.get("lastScrape"))),
        }
        for one in active[:_MOST_TARGETS]
    ]
    return sorted(found, key=lambda one: (one["job"], one["instance"]))


def _rules(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each rule with its health; of an alert its scenario and severity, else null."""
    return [
        {
            "name": str(rule.get("name")),
            "health": str(rule.get("health")),
            "scenario": rule.get("labels", {}).get("scenario") if rule.get("type") == "alerting" else None,
            "severity": rule.get("labels", {}).get("severity") if rule.get("type") == "alerting" else None,
        }
        for group in groups
        for rule in group.get("rules") or []
    ]


def _silence(one: dict[str, Any]) -> dict[str, Any]:
    """What a silence keeps quiet and for how long; who made it and why is not told on, only that it is said."""
    matchers = [
        f"{m.get('name')}{'' if m.get('isEqual', True) else '!'}{'=~' if m.get('isRegex') else '='}{m.get('value')}"
        for m in one.get("matchers") or []
    ]
    left = _seconds_since(str(one.get("endsAt")))
    return {
        "matchers": sorted(matchers),
        "hours_left": None if left is None else -(left // 3600),
        "explained": bool(str(one.get("comment", "")).strip())
        and bool(str(one.get("createdBy", "")).strip()),
    }


def _retention(text: str) -> float | None:
    """`180d`, or `25w5d or 10GiB`, in days; None where there is none."""
    parts = re.findall(r"(\d+)([ywdhms])", text.split(" or ")[0])
    return round(sum(int(count) * _DAYS[unit] for count, unit in parts), 2) if parts else None


def _number(result: Any) -> float | None:
    """The one value of a query, rounded; None where it has none."""
    try:
        return round(float(result[0]["value"][1]), 2)
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _seconds_since(text: str) -> int | None:
    """Seconds since a moment as Go writes it; None where it never was (the year 1) or is not understood."""
    match = re.match(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$", text)
    if not match or match[1] < "1970":
        return None
    zone = "+0000" if match[2] == "Z" else match[2].replace(":", "")
    moment = datetime.strptime(match[1] + zone, "%Y-%m-%dT%H:%M:%S%z")
    return int((datetime.now(timezone.utc) - moment).total_seconds())
