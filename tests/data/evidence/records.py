"""`python records.py`: puts the lab's records as they are now, and what its hosts show together, into `applied/hub-lab.json`."""

from __future__ import annotations

import json
from pathlib import Path

from hubops import bundle, records
from hubops.evidence import estate
from hubops.evidence import records as evidence
from hubops.model import Evidence, Subject

HERE = Path(__file__).parent / "applied"


def main() -> None:
    path = HERE / "hub-lab.json"
    stored = json.loads(path.read_text("utf-8"))
    kept = [one for one in stored["evidence"] if one["section"] not in ("records", "estate")]
    as_of = next(one["collected_at"] for one in stored["evidence"] if one["section"] == "records")
    loaded = records.load(bundle.find().inventories / "lab/records")
    hosts = [json.loads(host.read_text("utf-8")) for host in sorted(HERE.glob("host-*.json"))]
    together = estate.section(
        "lab",
        [Subject(**host["subject"]) for host in hosts],
        [Evidence(**one) for host in hosts for one in host["evidence"]],
        [{"stack": "lab", "version": 1, "day": as_of[:10], "changed": 8}],
        as_of,
    )
    told = [evidence.section("lab", loaded, as_of, kinds=records.KINDS), together]
    stored["evidence"] = [*(one.model_dump(mode="json") for one in told), *kept]
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
