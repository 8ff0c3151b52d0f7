"""The examples beside the controls, as whole evidence.

Of records an example holds those that matter: the kinds and the optional fields that it leaves out are filled in
as the records stage does, so that a new kind or a new optional field leaves it as it is.
"""

from __future__ import annotations

import json
from pathlib import Path

from hubops.model import Json
from hubops.records import KINDS


def example(path: Path) -> dict[str, Json]:
    """Sections by name, and `as_of` where it has one. Raises pydantic.ValidationError where a record is none."""
    sections: dict[str, Json] = json.loads(path.read_text(encoding="utf-8"))
    if "records" in sections:
        given = sections["records"]
        sections["records"] = {
            **given,
            **{kind: [model.model_validate_json(json.dumps(one)).model_dump(mode="json") for one in given.get(kind, [])]
               for kind, model in KINDS.items()},
        }  # fmt: skip
    return sections
