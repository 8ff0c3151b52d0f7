"""The lab: an operations host in the management zone, two hub hosts in the platform zone, and a spare one if it is asked for."""

import sys
from pathlib import Path

import pulumi

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from components import Host, Network, SshKey, placed

config = pulumi.Config("lab")
place = placed(config.get("name"), config.get("subnet"), config.get("release"))
kind, not_shown = place.best_kind(containers_only=config.get_bool("containersOnly") or False)

key = SshKey("key", place)
network = Network("network", place)
hosts = [
    Host("ops-1", network, key, zone="management", role="operations", number=11, holds_data=True),
    Host("hub-1", network, key, zone="platform", role="hub", number=21),
    Host("hub-2", network, key, zone="platform", role="hub", number=22, kind=kind),
]
if config.get_bool("spare"):
    hosts.append(Host("spare-1", network, key, zone="platform", role="spare", number=31))

pulumi.export("lab", place.lab)
pulumi.export("network", network.facts)
pulumi.export("hosts", [host.facts for host in hosts])
pulumi.export("ssh_private_key_path", key.private_key_path)
pulumi.export("ssh_known_hosts_path", str(place.known_hosts))
pulumi.export("not_shown", [{"host": "hub-2", "why": why} for why in not_shown])
