"""docs/evidence.md: what each section of evidence holds, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.source import Source, code, table
from hubops.reports.words import KIND

_LIMITS = {"minimum": "≥ {}", "maximum": "≤ {}", "minItems": "≥ {} ×"}


def page(source: Source) -> str:
    """The body of the page."""
    parts = [f"# {source.word('evidence')}\n\n{source.word('evidence_lead')}\n"]
    parts += [_section(source, name, schema) for name, schema in source.schemas.items()]
    return "\n".join(parts)


def _section(source: Source, name: str, schema: dict[str, Any]) -> str:
    readers = [control for control in source.controls.values() if name in control.evidence]
    subjects = ", ".join(source.say(KIND[kind]) for kind in sorted({control.subject for control in readers}))
    rows = [[code(path), _type(node), _meaning(source, node)] for path, node in _fields(schema, "")]
    fields = table([source.word(key) for key in ("field", "type", "meaning")], rows)
    read = ", ".join(source.link(control) for control in readers) or source.word("none")
    facts = {
        "subject": subjects,
        "schema": f"[{name}.json](../policies/schemas/{name}.json)",
        "read_by": read,
    }
    lines = "\n".join(f"- {source.word(key)}{source.word('colon')}{text}" for key, text in facts.items())
    return f"## {name}\n\n{_meaning(source, schema)}\n\n{lines}\n\n{fields}"


def _fields(schema: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field with its path, `users[].name`; what all sections have alike is left out."""
    for name, node in schema.get("properties", {}).items():
        if not path and name == "unreadable":
            continue
        yield f"{path}{name}", node
        yield from _inner(node, f"{path}{name}")


def _inner(node: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in _choices(node):
        if "items" in one:
            yield from _inner(one["items"], f"{path}[]")
        yield from _fields(one, f"{path}.")


def _choices(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [found for one in node.get("anyOf", [node]) for found in ([one] if one is node else _choices(one))]


def _type(node: dict[str, Any]) -> str:
    return " / ".join(dict.fromkeys(_one_type(one) for one in _choices(node)))


def _one_type(node: dict[str, Any]) -> str:
    if "enum" in node:
        return " / ".join(code(value) for value in node["enum"])
    given = node.get("type", "")
    said = " / ".join([given] if isinstance(given, str) else given)
    limits = [sign.format(node[key]) for key, sign in _LIMITS.items() if key in node]
    if "items" in node and _simple(node["items"]):
        said = said.replace("array", f"{_type(node['items'])}[]")
    return " ".join([said, *limits])


def _simple(node: dict[str, Any]) -> bool:
    return not any("properties" in one for one in _choices(node))


def _meaning(source: Source, node: dict[str, Any]) -> str:
    return str(node.get("description_zh" if source.language == "zh" else "description", ""))
