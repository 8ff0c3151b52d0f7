"""Prints, as one JSON object, the generated files of one language by their path in the checkout."""

from __future__ import annotations

import json
import sys
from typing import Any

from generator import cli, controls, coverage, evidence, judges, settings
from generator.source import Source
from hubops.records import published
from hubops.records.schema import evidence_schema
from hubops.reports.schemas import schemas


def files(language: str, mark: str) -> dict[str, str]:
    """The pages of one language, and with the English ones the schemas, which have no language."""
    source = Source(language)
    bodies = {
        **controls.pages(source),
        "coverage": coverage.page(source),
        "cli": cli.page(source),
        "settings": settings.page(source),
        "evidence": evidence.page(source),
        "judges": judges.page(source),
    }
    found = {
        f"docs/{name}{source.suffix}": f"{mark}\n{source.head(name)}{body}" for name, body in bodies.items()
    }
    return found if language == "zh" else {**found, **_schemas()}


def _schemas() -> dict[str, str]:
    kinds = {f"docs/schemas/records/{kind}.json": schema for kind, schema in published.schemas().items()}
    return {
        **{name: _text(schema) for name, schema in kinds.items()},
        "policies/schemas/records.json": _text(evidence_schema()),
        **{f"docs/schemas/{name}": text for name, text in schemas().items()},
    }


def _text(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


json.dump(files(sys.argv[1], sys.argv[2]), sys.stdout, ensure_ascii=False)
