"""What other libraries' errors say, on one line: the cause and its place, without their prose."""

from __future__ import annotations

import yaml
from pydantic import ValidationError


def reason(error: BaseException) -> str:
    """The first fault and its place: `line 3: expected ',' or ']'`, `evidence.0.section: Field required`."""
    if isinstance(error, ValidationError):
        first, *others = error.errors(include_url=False)
        given = first["input"]
        shown = f", not {str(given)[:60]!r}" if isinstance(given, str | int | float) else ""
        place = ".".join(str(part) for part in first["loc"])
        more = f" (and {len(others)} more)" if others else ""
        return f"{place}: {first['msg']}{shown}{more}" if place else f"{first['msg']}{shown}{more}"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"line {error.problem_mark.line + 1}: {error.problem or error.context}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, KeyError):
        return f"lacks {error}"
    return " ".join(str(error).split()) or type(error).__name__
