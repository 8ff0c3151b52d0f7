"""Has outside judges look at a lab before and after the baseline, and writes what they say to docs/judges.json.

Lynis, OpenSCAP with Debian's content, ssh-audit and systemd's own judgement of services; beside them, what
each of them and our own collector costs the host, and how long applying again takes, which changes nothing.
Nothing of a judge stays in the product: packages are fetched by this machine's apt and pip, and the lab is
removed at the end.

    make judges
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import tarfile
import tempfile
import venv
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

from e2e.hubops_cli import Cli

from hubops.evidence.zipapp import build_zipapp
from hubops.model import Json

TARGET = Path(__file__).resolve().parents[2] / "docs/judges.json"
PACKAGES = ("lynis", "openscap-scanner", "ssg-debian")
CONTENT = "/usr/share/xml/scap/ssg/content/ssg-debian11-ds.xml"
PROFILE = "xccdf_org.ssgproject.content_profile_anssi_np_nt28_high"
CLASHING = {"libelogind0"}
"""Alternatives to what every host has."""
STAGES = ("bare", "applied")
HOSTS = {"container": "hub-1", "vm": "hub-2"}
ALSO_SERVICES_OF = {"container": ("ops-1",)}
"""Where the services run that a hub has once."""
SERVICES_OF_THE_BASE = {"dbus.service", "user@1000.service"}

# Runs a command on the host and prints what it cost: seconds of wall clock and processor, memory at most in MiB.
MEASURE = """
import json, resource, subprocess, sys, time
began = time.monotonic()
with open(sys.argv[1], "wb") as out:
    code = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": code, "wall_seconds": round(time.monotonic() - began, 1),
                  "cpu_seconds": round(used.ru_utime + used.ru_stime, 1), "peak_mib": round(used.ru_maxrss / 1024, 1)}))
"""


class Judged:
    """A host of the lab with the judges' tools copied into a folder of its own."""

    def __init__(self, cli: Cli, name: str) -> None:
        self.cli, self.name = cli, name

    def run(self, command: str, stdin: bytes = b"") -> str:
        """What a command says on the host, as root; raises RuntimeError where it fails."""
        argv = [*self.cli.ssh(self.name), "sudo", "sh", "-euc", quoted(command)]
        done = subprocess.run(argv, input=stdin, capture_output=True, check=False, timeout=3600)
        if done.returncode:
            raise RuntimeError(f"{self.name}: {command}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode()

    def measured(self, output: str, *command: str) -> Json:
        """What a command costs the host; its output stays there."""
        told = self.run(f"python3 /var/tmp/judges/measure.py {output} {' '.join(command)}")
        return json.loads(told)

    def take(self, files: dict[str, bytes]) -> None:
        """Put files into /var/tmp/judges."""
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w") as archive:
            for name, content in files.items():
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode = len(content), 0o755
                archive.addfile(entry, io.BytesIO(content))
        self.run("mkdir -p /var/tmp/judges && tar -x -C /var/tmp/judges", packed.getvalue())


def quoted(command: str) -> str:
    """The command as one word for the shell at the other end."""
    return "'" + command.replace("'", "'\\''") + "'"


def lynis(host: Judged) -> Json:
    """The hardening index (0..100) with the number of warnings and suggestions, and the cost."""
    cost = host.measured(
        "/var/tmp/judges/lynis.out", "lynis", "audit", "system", "--quick", "--no-colors", "--quiet",
        "--logfile", "/var/tmp/judges/lynis.log", "--report-file", "/var/tmp/judges/lynis.dat",
    )  # fmt: skip
    report = host.run("cat /var/tmp/judges/lynis.dat").splitlines()
    pairs = [line.split("=", 1) for line in report if "=" in line and not line.startswith("#")]
    found = Counter(key for key, _ in pairs)
    index = next(int(value) for key, value in pairs if key == "hardening_index")
    open_points = sorted({point(value) for key, value in pairs if key in ("warning[]", "suggestion[]")})
    return {
        "index": index, "warnings": found["warning[]"], "suggestions": found["suggestion[]"],
        "open": open_points, "cost": cost,
    }  # fmt: skip


def point(told: str) -> str:
    """What Lynis calls a point: the test, and where it has several the setting or the place, `SSH-7408 Port`."""
    test, text, detail, *_ = [*told.split("|"), "", ""]
    setting = re.match(r"(\w+) \(", detail)
    full = re.search(r"full (/\w+) file system", text)
    return " ".join([test, *(found[1] for found in (setting, full) if found)])


def openscap(host: Judged) -> Json:
    """How many rules of the profile pass and fail, which fail, and the cost.

    Debian 12 has content for Debian 11 alone, which names its platform; a copy without these lines is used.
    """
    copy = "/var/tmp/judges/ds.xml"
    host.run(
        f"sed '/<xccdf-1.2:platform idref=\"cpe:\\/o:debian/d; /<platform idref=\"cpe:\\/o:debian/d' {CONTENT} >{copy}"
    )
    cost = host.measured(
        "/var/tmp/judges/oscap.out", "oscap", "xccdf", "eval", "--profile", PROFILE, "--progress", copy
    )
    lines = host.run("cat /var/tmp/judges/oscap.out").splitlines()
    results = dict(line.rsplit(":", 1) for line in lines if line.startswith("xccdf_org"))
    counts = Counter(results.values())
    failed = sorted(rule.rpartition("_rule_")[2] for rule, result in results.items() if result == "fail")
    return {"pass": counts["pass"], "fail": counts["fail"], "other": sum(counts.values()) - counts["pass"] - counts["fail"],
            "failed": failed, "cost": cost}  # fmt: skip


def ssh_audit(program: Path, address: str) -> Json:
    """How many algorithms the judge calls failing and doubtful, and which."""
    done = subprocess.run([program, "--json", address], capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    found: dict[str, list[str]] = {"fail": [], "warn": []}
    for kind in ("kex", "key", "enc", "mac"):
        for algorithm in told[kind]:
            for level in found:
                if algorithm.get("notes", {}).get(level):
                    found[level].append(algorithm["algorithm"])
    return {level: sorted(names) for level, names in found.items()}


def services(host: Judged) -> Json:
    """systemd's exposure, 0 (safe) to 10 (unsafe), of each service that runs."""
    listed = host.run("systemctl list-units --type=service --state=running --plain --no-legend")
    running = {line.split()[0] for line in listed.splitlines()}
    table = host.run("systemd-analyze security --no-pager | cat").splitlines()[1:]
    judged = {words[0]: float(words[1]) for words in map(str.split, table) if len(words) > 2}
    return {
        name: exposure for name, exposure in sorted(judged.items()) if name in running - SERVICES_OF_THE_BASE
    }


def ours(host: Judged, zipapp: bytes) -> Json:
    """What collecting every section costs the host."""
    host.take({"hubops-collect.pyz": zipapp})
    return host.measured("/var/tmp/judges/collected.json", "python3", "/var/tmp/judges/hubops-collect.pyz")


def packages(folder: Path) -> dict[str, bytes]:
    """The judges' packages with all that they need, fetched by this machine's apt."""
    asked = subprocess.run(
        ["apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks",
         "--no-replaces", "--no-enhances", *PACKAGES], capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    names = sorted({line.strip() for line in asked if line and not line.startswith((" ", "<"))} - CLASHING)
    subprocess.run(["apt-get", "download", "-qq", *names], cwd=folder, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.deb"))}


INSTALL = """
cd /var/tmp/judges
dpkg -i --force-confold *.deb >dpkg.log 2>&1 || { tail -n 30 dpkg.log >&2; exit 1; }
rm -f *.deb
"""


def install(host: Judged, debs: dict[str, bytes]) -> None:
    """Install what the host lacks; it is thrown away afterwards."""
    there = set(host.run("dpkg-query -W -f '${Package}\\n'").split())
    host.take({name: deb for name, deb in debs.items() if name.split("_")[0] not in there})
    host.run(INSTALL)


def judged(host: Judged, kind: str, tools: dict[str, Any]) -> Json:
    """All that the judges say of one host as it is now."""
    address = host.cli.ssh(host.name)[-1].rpartition("@")[2]
    found = {"ssh_audit": ssh_audit(tools["ssh_audit"], address), "services": services(host)}
    for name in ALSO_SERVICES_OF.get(kind, ()):
        found["services"] |= services(Judged(host.cli, name))
    host.take({"measure.py": MEASURE.encode()})
    found["collector"] = ours(host, tools["zipapp"])
    install(host, tools["debs"])
    found |= {"lynis": lynis(host), "openscap": openscap(host)}
    print(f"{kind:10} Lynis {found['lynis']['index']:3}  OpenSCAP {found['openscap']['fail']:3} failed  "
          f"ssh-audit {len(found['ssh_audit']['fail']):2} failed  collector {found['collector']['cpu_seconds']:6.1f} s",
          flush=True)  # fmt: skip
    return found


def applied_again(cli: Cli, machines: Collection[str]) -> dict[str, Json]:
    """Of each host {"platform", "seconds", "roles": {role: seconds}, "slowest": [[role, task, seconds]]}."""
    told = json.loads(cli.run("apply", "-q", "--format", "json"))
    found: dict[str, Json] = {}
    for host in sorted({task["host"] for task in told["tasks"]}):
        tasks = [(t["role"] or "", t["task"], t["seconds"]) for t in told["tasks"] if t["host"] == host]
        roles: Counter[str] = Counter()
        for role, _, seconds in tasks:
            roles[role] += seconds
        found[host] = {
            "platform": "vm" if host in machines else "container",
            "seconds": round(sum(roles.values()), 1),
            "roles": {role: round(seconds, 1) for role, seconds in sorted(roles.items()) if role},
            "slowest": sorted(tasks, key=lambda task: -task[2])[:10],
        }
    return found


def tools(folder: Path) -> dict[str, Any]:
    """The judges themselves: packages as bytes, ssh-audit in an environment of its own, our collector."""
    (folder / "debs").mkdir()
    venv.create(folder / "venv", with_pip=True)
    subprocess.run([folder / "venv/bin/pip", "install", "-q", "ssh-audit"], check=True)
    return {
        "debs": packages(folder / "debs"),
        "ssh_audit": folder / "venv/bin/ssh-audit",
        "zipapp": build_zipapp(folder).read_bytes(),
    }


def keep(found: Json) -> None:
    """Write what is known, after each host: a judge can take most of an hour."""
    TARGET.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """A lab is judged bare, made anew, brought to the baseline, and judged again."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--containers-only", action="store_true", help="leave the virtual machine out")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--stage", choices=STAGES, help="this alone; what is known of the other is kept")
    part.add_argument(
        "--again", action="store_true", help="time applying again, and keep all else that is known"
    )
    options = parser.parse_args()
    stages = ["applied"] if options.again else [options.stage] if options.stage else STAGES
    hosts = {kind: name for kind, name in HOSTS.items() if kind == "container" or not options.containers_only}
    up = ["provision", "up", "lab", *(["--containers-only"] if options.containers_only else [])]
    found: Json = json.loads(TARGET.read_text(encoding="utf-8")) if stages != STAGES else {}
    with tempfile.TemporaryDirectory() as scratch:
        cli = Cli(Path(scratch) / "state")
        judges = {} if options.again else tools(Path(scratch))
        try:
            for stage in stages:
                cli.run(*up)
                if stage == "applied":
                    cli.run("apply")
                    found["again"] = applied_again(cli, [hosts["vm"]] if "vm" in hosts else [])
                    keep(found)
                for kind, name in hosts.items() if not options.again else ():
                    found.setdefault(stage, {})[kind] = judged(Judged(cli, name), kind, judges)
                    keep(found)
                # The judges' packages change a host: the next stage begins with new ones.
                cli.run("provision", "destroy", "lab", "--yes")
        finally:
            cli.run("provision", "destroy", "lab", "--yes", code=None)


if __name__ == "__main__":
    main()
