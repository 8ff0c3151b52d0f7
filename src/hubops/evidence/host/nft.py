"""Reads nftables' ruleset into base chains whose rules stand one after the other.

Source: libnftables-json(5). Jumps are written out, so that a rule shows every condition on the
way to it; verdict maps become one rule for each entry. Handles and counters are left out, and
so are the elements of a set that a drop or reject looks in: bans come and go by themselves.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_RULES = 5000
_MAX_DEPTH = 16
"""How deep nftables itself lets a packet jump."""

_ENDS = ("accept", "drop", "queue", "reject")
_DETOURS = (
    "dnat", "snat", "masquerade", "redirect", "tproxy", "fwd", "dup", "notrack", "flow", "synproxy",
)  # fmt: skip
_CHANGES_NOTHING = ("counter", "mangle", "comment", "log")
_UNSURE = {"on": "not returned before", "op": "==", "values": ["?"]}
_KEYS = {"iif": "iifname", "oif": "oifname"}

Rule = dict[str, Any]


class TooManyRules(Exception):
    """More rules than are written out; what was left out might let anything in."""


class Ruleset:
    """What `nft -j list ruleset` printed; raises ValueError where that is no such thing."""

    def __init__(self, text: str) -> None:
        listed = json.loads(text)
        if not isinstance(listed, dict) or not isinstance(listed.get("nftables"), list):
            raise ValueError("no list of nftables objects")
        self.objects: list[dict[str, Any]] = listed["nftables"]
        self._elements = {
            (one["family"], one["table"], one["name"]): one
            for kind in ("set", "map")
            for one in self._of(kind)
        }
        self._rules: dict[tuple[str, str, str], list[Any]] = {}
        for rule in self._of("rule"):
            self._rules.setdefault((rule["family"], rule["table"], rule["chain"]), []).append(rule)
        self._left = MAX_RULES

    def _of(self, kind: str) -> list[dict[str, Any]]:
        return [one[kind] for one in self.objects if kind in one]

    def flagged(self) -> list[tuple[str, str]]:
        """The tables, by family and name, that have flags; nft 1.0.6 garbles which."""
        return [(table["family"], table["name"]) for table in self._of("table") if "flags" in table]

    def base_chains(self, dormant: set[tuple[str, str]]) -> list[dict[str, Any]]:
        """Each chain that hangs on a hook, with its rules in the order in which packets meet them."""
        chains = [chain for chain in self._of("chain") if "hook" in chain]
        found = [
            {
                "family": chain["family"],
                "table": chain["table"],
                "name": chain["name"],
                "type": chain["type"],
                "hook": chain["hook"],
                "priority": chain["prio"],
                "policy": chain.get("policy", "accept"),
                "dormant": (chain["family"], chain["table"]) in dormant,
                "rules": list(self._flat(chain, chain["name"], [], 0)),
            }
            for chain in chains
        ]
        return sorted(
            found, key=lambda one: [one[key] for key in ("family", "hook", "priority", "table", "name")]
        )

    def _flat(self, base: dict[str, Any], name: str, before: list[Any], depth: int) -> Iterator[Rule]:
        """The rules of one chain with those of the chains that they jump to in their place."""
        if depth > _MAX_DEPTH:
            raise TooManyRules
        for rule in self._rules.get((base["family"], base["table"], name), []):
            for one in self._variants(base, rule):
                verdict, matches = one["verdict"], [*before, *one["matches"]]
                if verdict in ("jump", "goto"):
                    yield from self._flat(base, one["target"], matches, depth + 1)
                elif verdict == "return" and depth == 0:
                    yield self._rule({**one, "verdict": base.get("policy", "accept")}, matches)
                elif verdict != "return":
                    yield self._rule(one, matches)
                if verdict in ("goto", "return") and _UNSURE not in before:
                    before = [*before, _UNSURE]

    def _rule(self, one: Rule, matches: list[Any]) -> Rule:
        self._left -= 1
        if self._left < 0:
            raise TooManyRules
        kept = {key: one[key] for key in ("verdict", "log", "comment")}
        return {**kept, "matches": matches}

    def _variants(self, base: dict[str, Any], rule: dict[str, Any]) -> Iterator[Rule]:
        """The rule, or one for each entry of its verdict map."""
        made: Rule = {"verdict": "continue", "log": None, "comment": rule.get("comment"), "target": ""}
        matches: list[Any] = []
        entries: list[Any] = []
        for statement in rule["expr"]:
            kind, content = _statement(statement)
            if kind == "vmap":
                entries = [(_left(content["key"]), *entry) for entry in self._data(base, content["data"])]
            elif kind == "log":
                said = content or {}
                made["log"] = {"prefix": str(said.get("prefix", "")), "group": said.get("group")}
            else:
                _apply(made, matches, kind, content)
        variants = [made]
        if entries:
            variants = []
            for on, value, verdict in entries:
                one = {**made, "extra": {"on": on, "op": "==", "values": [_value(value)]}}
                for kind, content in verdict.items():
                    _apply(one, [], kind, content)
                variants.append(one)
        for one in variants:
            conditions = [*matches, one["extra"]] if "extra" in one else matches
            one["matches"] = [self._resolved(base, match, one["verdict"]) for match in conditions]
            yield one

    def _data(self, base: dict[str, Any], data: Any) -> list[Any]:
        """The entries of a verdict map, [key, verdict] each."""
        if isinstance(data, str):
            named = self._elements.get((base["family"], base["table"], data.lstrip("@")), {})
            return list(named.get("elem", []))
        return list(data["set"])

    def _resolved(self, base: dict[str, Any], match: dict[str, Any], verdict: str) -> dict[str, Any]:
        """The match with the elements of a named set in place of its name, where they are worth telling."""
        values = match["values"]
        if len(values) != 1 or not values[0].startswith("@") or verdict in ("drop", "reject", "continue"):
            return match
        named = self._elements.get((base["family"], base["table"], values[0][1:]), {})
        elements = sorted(_value(one) for one in named.get("elem", []))
        if {"timeout", "dynamic"} & set(named.get("flags", [])) or not elements:
            return match
        return {**match, "values": elements}


def _statement(statement: Any) -> tuple[str, Any]:
    """A statement's kind and what it says; some are a word alone."""
    if not isinstance(statement, dict):
        return str(statement), None
    ((kind, content),) = statement.items()
    return str(kind), content


def _apply(made: Rule, matches: list[Any], kind: str, content: Any) -> None:
    """Work one statement into a rule: a condition, a verdict, or something that packets do not mind."""
    if kind == "match":
        matches.append(
            {"on": _left(content["left"]), "op": content["op"], "values": _values(content["right"])}
        )
    elif kind == "limit":
        over = "!=" if content.get("inv") else "=="
        matches.append(
            {"on": "limit", "op": over, "values": ["{}/{}".format(content["rate"], content.get("per"))]}
        )
    elif kind in ("jump", "goto"):
        made.update(verdict=kind, target=content["target"])
    elif kind in _ENDS or kind in _DETOURS or kind == "return":
        made["verdict"] = kind
    elif kind == "set" and not content.get("stmt"):
        return
    elif kind not in _CHANGES_NOTHING:
        matches.append({"on": kind, "op": "==", "values": [_text(content)]})


def _left(left: Any) -> str:
    """What a match looks at, in nft's own words where they are few: `tcp dport`, `ip saddr`, `iifname`."""
    if isinstance(left, dict) and len(left) == 1:
        ((kind, content),) = left.items()
        if kind == "payload" and "field" in content:
            return "{} {}".format(content["protocol"], content["field"])
        if kind == "meta":
            return _KEYS.get(content["key"], str(content["key"]))
        if kind == "ct":
            return " ".join(["ct", *(str(content[key]) for key in ("dir", "key") if key in content)])
        if kind == "concat":
            return " . ".join(_left(part) for part in content)
    return _text(left)


def _values(right: Any) -> list[str]:
    if isinstance(right, dict) and "set" in right:
        right = right["set"]
    return sorted(_value(one) for one in right) if isinstance(right, list) else [_value(right)]


def _value(value: Any) -> str:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        if "prefix" in value:
            return "{}/{}".format(value["prefix"]["addr"], value["prefix"]["len"])
        if "range" in value:
            return "-".join(_value(end) for end in value["range"])
        if "elem" in value:
            return _value(value["elem"]["val"])
        if "concat" in value:
            return " . ".join(_value(part) for part in value["concat"])
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
