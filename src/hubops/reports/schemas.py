"""The JSON schemas of the published forms, derived from the models.

`python -m hubops.reports.schemas [FOLDER]` writes them, into docs/schemas unless told where; a test
fails when the files there are not what this writes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from hubops.reports.json import PublishedControl, PublishedResults

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    results = PublishedResults.model_json_schema(by_alias=True, mode="serialization")
    controls = TypeAdapter(list[PublishedControl]).json_schema(mode="serialization")
    controls = {"title": "HubOps controls", "description": "What is checked, sorted by id.", **controls}
    return {"results.json": _file("results/1", results), "controls.json": _file("controls/1", controls)}


def write(folder: Path) -> list[Path]:
    """Writes the schemas into a folder that is made when absent; gives the files' paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _file(name: str, schema: dict[str, Any]) -> str:
    whole = {"$schema": _DIALECT, "$id": f"urn:hubops:{name.replace('/', ':')}", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    for written in write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schemas")):
        print(written)
