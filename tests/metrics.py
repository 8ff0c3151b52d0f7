"""Which metrics there are on a hub: what the exporters were seen to tell, and what the product's own programs write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from hubops import bundle
from hubops.reports import metrics
from tests.reports import sample

BUNDLE = bundle.find()
RULES = sorted((BUNDLE.roles / "prometheus/files/rules").glob("*.yml"))
# The names that Prometheus had of Debian 12's node, blackbox and PostgreSQL exporters, of Alertmanager and of itself,
# in the containers of `molecule test` of roles prometheus and postgres_exporter, without those of their Go runtime.
SEEN = Path(__file__).parent / "data/metrics.txt"
# `# TYPE NAME kind` in a program; a part of the name may come from a list of pairs just before it.
_WRITTEN = re.compile(r"# TYPE ([a-z_]+)(\{name\})?")
_PAIRS = re.compile(r"(?:for name, value in|values =) \((.*?)\)[:\n]", re.DOTALL)
_METRIC = re.compile(r'METRIC = "([a-z_]+)"')
_LISTS = re.compile(r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_LABELS_AND_TIMES = re.compile(r"\{[^{}]*\}|\[[^\]]*\]")
_NAMES = re.compile(r"(?<![\w:$])[A-Za-z_:][\w:]*(?!\w)(?!\s*\()")
_WORDS = {"and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "inf", "nan"}


def read(expression: str) -> set[str]:
    """The names of the metrics that an expression of PromQL reads."""
    plain = _LISTS.sub(" ", _LABELS_AND_TIMES.sub(" ", _TEXT.sub(" ", expression)))
    return set(_NAMES.findall(plain)) - _WORDS


def written(text: str) -> set[str]:
    """The names of the metrics that a program of a role writes."""
    found = set(_METRIC.findall(text))
    for match in _WRITTEN.finditer(text):
        pairs = [pairs for pairs in _PAIRS.finditer(text) if pairs.start() < match.start()]
        parts = re.findall(r'\(\s*"([a-z_]+)"', pairs[-1][1] + ")") if match[2] else [""]
        found |= {match[1] + part for part in parts}
    return found


def _queries(path: Path) -> set[str]:
    """Those of a file of queries for the exporter of the database."""
    return {
        f"{group}_{name}"
        for group, query in yaml.safe_load(path.read_text()).items()
        for column in query["metrics"]
        for name in column
    }


def _programs() -> Iterable[Path]:
    return (p for p in sorted(BUNDLE.roles.glob("*/templates/*.j2")) if "# TYPE " in p.read_text())


def rules() -> list[dict[str, str]]:
    return [
        r for path in RULES for group in yaml.safe_load(path.read_text())["groups"] for r in group["rules"]
    ]


def known() -> set[str]:
    """Every metric that there is."""
    found = set(SEEN.read_text().split())
    found |= set(re.findall(r"^# TYPE (\w+)", metrics.render(sample.report()), re.M))
    for path in _programs():
        found |= written(path.read_text())
    found |= _queries(BUNDLE.roles / "postgres_exporter/files/queries.yml")
    return found | {rule["record"] for rule in rules() if "record" in rule}
