"""Ansible inventory plugin: the hosts of a Pulumi stack, from the stack's own outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ansible.errors import AnsibleParserError
from ansible.plugins.inventory import BaseInventoryPlugin
from ansible.template import trust_as_template

DOCUMENTATION = """
name: hub_pulumi
short_description: The hosts of a Pulumi stack
description:
  - Reads the outputs of a stack under C(stacks/), which name its hosts, their zones, roles and addresses.
  - Each host is in the groups C(zone_<zone>), C(role_<role>) and C(platform_<platform>) and has the variables
    C(hub_zone), C(hub_role) and C(hub_platform).
  - The configuration file's name must end with C(.pulumi.yaml).
options:
  plugin:
    description: This plugin's name.
    required: true
    choices: [hub_pulumi]
  stack:
    description: The folder under C(stacks/) whose hosts are wanted.
    required: true
    type: str
"""

EXAMPLES = """
plugin: hub_pulumi
stack: lab
"""


class InventoryModule(BaseInventoryPlugin):
    NAME = "hub_pulumi"

    def verify_file(self, path: str) -> bool:
        return super().verify_file(path) and path.endswith((".pulumi.yaml", ".pulumi.yml"))

    def parse(self, inventory: Any, loader: Any, path: str, cache: bool = True) -> None:
        super().parse(inventory, loader, path, cache)
        self._read_config_data(path)
        stack = self.get_option("stack")
        try:
            from hubops import inventory as stack_inventory
            from hubops import provision, settings
            from hubops.bundle import Bundle
            from hubops.errors import HubopsError
        except ImportError as error:
            raise AnsibleParserError(f"Ansible runs in a Python without hubops: {error}") from error
        try:
            outputs = provision.outputs(Bundle(Path(__file__).resolve().parents[3]), stack)
            hosts = stack_inventory.hosts(stack, outputs)
        except HubopsError as error:
            said = [text.of(settings.language()) for text in (error.text, error.hint) if text]
            raise AnsibleParserError("\n".join(said)) from None  # Ansible would append the cause in English
        for host in hosts:
            inventory.add_host(host.name)
            for name, value in host.variables.items():
                # No value is a template (that is checked); untagged, Ansible would mark each as unsafe.
                inventory.set_variable(host.name, name, trust_as_template(value))
            for group in host.groups:
                inventory.add_group(group)
                inventory.add_child(group, host.name)
