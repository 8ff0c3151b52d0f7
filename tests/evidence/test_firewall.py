"""Section `firewall`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host import nft
from hubops.evidence.host.firewall import LOADED, RULES, collect
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

LIST = "nft -j -s list ruleset"
TABLE = {"table": {"family": "inet", "name": "own", "handle": 1}}
INPUT = {
    "chain": {
        "family": "inet", "table": "own", "name": "input", "handle": 1,
        "type": "filter", "hook": "input", "prio": 0, "policy": "drop",
    }
}  # fmt: skip
SUB = {"chain": {"family": "inet", "table": "own", "name": "sub", "handle": 2}}
ACCEPT, DROP = {"accept": None}, {"drop": None}
DPORT = {"payload": {"protocol": "tcp", "field": "dport"}}
SADDR = {"payload": {"protocol": "ip", "field": "saddr"}}


def match(left: Any, right: Any, op: str = "==") -> dict[str, Any]:
    return {"match": {"op": op, "left": left, "right": right}}


def rule(*statements: Any, chain: str = "input", comment: str | None = None) -> dict[str, Any]:
    said = {"family": "inet", "table": "own", "chain": chain, "handle": 9, "expr": list(statements)}
    return {"rule": {**said, "comment": comment} if comment else said}


def ruleset(*objects: Any) -> str:
    return json.dumps({"nftables": [{"metainfo": {"version": "1.0.6"}}, TABLE, INPUT, SUB, *objects]})


def rules(tmp_path: Path, *objects: Any) -> list[Any]:
    """The rules of the chain at the input hook."""
    host = FakeProbe(tmp_path, {}, {LIST: ruleset(*objects), "systemctl": ""})
    found = collect(host)
    assert host.unreadable == []
    assert validate("firewall", {**found, "unreadable": []}, _schemas()) == []
    ((chain),) = found["chains"]
    return list(chain["rules"])


def _schemas() -> Path:
    return Path(__file__).resolve().parents[2] / "policies/schemas"


def conditions(one: dict[str, Any]) -> list[str]:
    return [f"{m['on']} {m['op']} {','.join(m['values'])}" for m in one["matches"]]


def test_a_host_without_nft(tmp_path: Path) -> None:
    found = collect(FakeProbe(tmp_path, {}, {"systemctl": ""}))
    assert (found["installed"], found["chains"], found["ipv6"]) == (False, [], False)
    assert found["declared"] == {"file": None, "valid": None, "unchanged": None, "loaded": None}


def test_conditions_in_nfts_words(tmp_path: Path) -> None:
    ports = {"set": [22, {"range": [8000, 8009]}]}
    networks = {"set": ["192.0.2.1", {"prefix": {"addr": "10.0.0.0", "len": 8}}]}
    (one, two) = rules(
        tmp_path,
        rule(match(SADDR, networks), match(DPORT, ports), {"counter": None}, ACCEPT, comment="ops: ssh"),
        rule(
            match({"meta": {"key": "iif"}}, "lo", "!="), match({"ct": {"key": "state"}}, ["new"], "in"), DROP
        ),
    )
    assert conditions(one) == ["ip saddr == 10.0.0.0/8,192.0.2.1", "tcp dport == 22,8000-8009"]
    assert (one["verdict"], one["comment"], one["log"]) == ("accept", "ops: ssh", None)
    assert conditions(two) == ["iifname != lo", "ct state in new"]


def test_a_jump_is_written_out_and_a_return_makes_unsure(tmp_path: Path) -> None:
    found = rules(
        tmp_path,
        rule(match(DPORT, 80), {"jump": {"target": "sub"}}),
        rule(match(SADDR, "192.0.2.1"), {"return": None}, chain="sub"),
        rule(DROP, chain="sub"),
    )
    assert [conditions(one) for one in found] == [["tcp dport == 80", "not returned before == ?"]]


def test_a_return_from_a_base_chain_is_its_policy(tmp_path: Path) -> None:
    (one, *_) = rules(tmp_path, rule(match(DPORT, 80), {"return": None}))
    assert one["verdict"] == "drop"


def test_a_verdict_map_is_a_rule_for_each_entry(tmp_path: Path) -> None:
    entries = {"set": [[22, ACCEPT], [80, {"jump": {"target": "sub"}}]]}
    found = rules(
        tmp_path,
        rule({"vmap": {"key": DPORT, "data": entries}}),
        rule(match(SADDR, "10.0.0.1"), DROP, chain="sub"),
    )
    assert [(one["verdict"], conditions(one)) for one in found] == [
        ("accept", ["tcp dport == 22"]),
        ("drop", ["tcp dport == 80", "ip saddr == 10.0.0.1"]),
    ]


def test_a_named_verdict_map(tmp_path: Path) -> None:
    named = {"map": {"family": "inet", "table": "own", "name": "ways", "elem": [[22, ACCEPT]]}}
    (one,) = rules(tmp_path, named, rule({"vmap": {"key": DPORT, "data": "@ways"}}))
    assert (one["verdict"], conditions(one)) == ("accept", ["tcp dport == 22"])


@pytest.mark.parametrize(
    ("flags", "verdict", "values"),
    [
        ([], ACCEPT, "192.0.2.1"),
        (["timeout"], ACCEPT, "@banned"),
        ([], DROP, "@banned"),
    ],
)
def test_a_named_set_is_told_where_it_rests(
    tmp_path: Path, flags: list[str], verdict: Any, values: str
) -> None:
    named = {"family": "inet", "table": "own", "name": "banned", "type": "ipv4_addr", "elem": ["192.0.2.1"]}
    (one,) = rules(tmp_path, {"set": {**named, "flags": flags}}, rule(match(SADDR, "@banned"), verdict))
    assert conditions(one) == [f"ip saddr == {values}"]


def test_limits_logs_and_what_is_not_known(tmp_path: Path) -> None:
    (one, two) = rules(
        tmp_path,
        rule(
            {"limit": {"rate": 5, "burst": 9, "per": "minute"}}, {"log": {"prefix": "x: ", "level": "info"}}
        ),
        rule({"xt": {"type": "match", "name": "owner"}}, {"log": None}, ACCEPT),
    )
    assert (one["verdict"], one["log"], conditions(one)) == (
        "continue",
        {"prefix": "x: ", "group": None},
        ["limit == 5/minute"],
    )
    assert (two["verdict"], two["log"]) == ("accept", {"prefix": "", "group": None})
    assert conditions(two) == ['xt == {"name":"owner","type":"match"}']


@pytest.mark.parametrize(
    "said", ["no json", "[]", '{"nftables": [{"rule": {}}]}', Outcome(1, "", "Operation not permitted")]
)
def test_an_answer_that_is_none_is_unreadable(tmp_path: Path, said: str | Outcome) -> None:
    host = FakeProbe(tmp_path, {}, {LIST: said, "systemctl": ""})
    assert collect(host)["chains"] == []
    assert host.unreadable


def test_too_many_rules_are_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nft, "MAX_RULES", 1)
    host = FakeProbe(tmp_path, {}, {LIST: ruleset(rule(DROP), rule(DROP)), "systemctl": ""})
    assert collect(host)["chains"] == []
    assert host.unreadable


def test_a_circle_of_jumps_ends(tmp_path: Path) -> None:
    jump = {"jump": {"target": "sub"}}
    host = FakeProbe(tmp_path, {}, {LIST: ruleset(rule(jump), rule(jump, chain="sub")), "systemctl": ""})
    assert collect(host)["chains"] == []
    assert host.unreadable


@pytest.mark.parametrize(
    ("text", "dormant"), [("table inet own {\n\tflags dormant\n}\n", True), ("table inet own {\n}\n", False)]
)
def test_a_dormant_table_is_known_by_its_text(tmp_path: Path, text: str, dormant: bool) -> None:
    """nft 1.0.6 writes anything at all where the flags of a table should stand."""
    listed = ruleset().replace('"handle": 1}}', '"handle": 1, "flags": "Lester"}}', 1)
    host = FakeProbe(tmp_path, {}, {LIST: listed, "nft -s -t list table inet own": text, "systemctl": ""})
    assert [chain["dormant"] for chain in collect(host)["chains"]] == [dormant]


def declared(tmp_path: Path, loaded: str, text: str = "table inet own", **changes: Any) -> Any:
    record = {
        "sha256": hashlib.sha256(b"table inet own").hexdigest(),
        "ruleset": json.loads(ruleset(rule(DROP))),
        **changes,
    }
    files = {RULES: text, LOADED: json.dumps(record)}
    return collect(FakeProbe(tmp_path, files, {LIST: loaded, f"nft -c -f {RULES}": "", "systemctl": ""}))[
        "declared"
    ]


def test_what_was_loaded_is_there_whatever_others_have(tmp_path: Path) -> None:
    other = {"table": {"family": "ip", "name": "nat", "handle": 7}}
    again = json.loads(ruleset(other, rule(DROP)))
    again["nftables"][-1]["rule"]["handle"] = 77
    assert declared(tmp_path, json.dumps(again)) == {
        "file": RULES,
        "valid": True,
        "unchanged": True,
        "loaded": True,
    }


def test_a_rule_more_or_another_file_is_seen(tmp_path: Path) -> None:
    assert declared(tmp_path / "a", ruleset(rule(DROP), rule(ACCEPT)))["loaded"] is False
    assert declared(tmp_path / "b", ruleset(rule(DROP)), text="table inet other")["unchanged"] is False
    broken = declared(tmp_path / "c", ruleset(), sha256=None, ruleset=[])
    assert (broken["unchanged"], broken["loaded"]) == (None, None)


def test_loaders_and_older_tables(tmp_path: Path) -> None:
    files = {
        "/usr/lib/systemd/system/nftables.service": "[Install]\nWantedBy=sysinit.target\n",
        "/proc/net/ip_tables_names": "nat\nfilter\n",
        "/proc/net/if_inet6": "00000000000000000000000000000001 01 80 10 80 lo\n",
    }
    found = collect(FakeProbe(tmp_path, files, {"systemctl": "nftables.service loaded active exited x\n"}))
    assert found["loaders"] == [{"name": "nftables", "enabled": False, "active": True}]
    assert found["legacy_tables"] == ["filter", "nat"]
    assert found["ipv6"] is True
