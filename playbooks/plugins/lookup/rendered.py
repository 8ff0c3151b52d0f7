"""Ansible lookup plugin: the text of a role's template."""

from __future__ import annotations

from collections import ChainMap
from pathlib import Path
from typing import Any

from ansible.errors import AnsibleLookupError
from ansible.plugins.lookup import LookupBase
from ansible.template import trust_as_template

DOCUMENTATION = """
name: rendered
short_description: The text of a template
description:
  - Renders a file of the role's C(templates/), as C(ansible.builtin.template) does as a lookup.
  - C(ansible_managed) is not defined in it.
  - That one copies all variables of the host for each file, which took a third of the time of an apply.
options:
  _terms:
    description: The templates, by their paths below C(templates/).
    type: list
    elements: str
    required: true
  template_vars:
    description: Variables for these templates alone.
    type: dict
    default: {}
"""

EXAMPLES = """
- managed_files:
    files:
      - path: /etc/systemd/system/scan.service
        content: "{{ lookup('rendered', 'job.service.j2', template_vars={'job': 'scan'}) }}"
"""

RETURN = """
_raw:
  description: The texts, one for each template.
  type: list
  elements: str
"""


class LookupModule(LookupBase):
    def run(self, terms: list[str], variables: Any = None, **kwargs: Any) -> list[str]:
        self.set_options(var_options=variables, direct=kwargs)
        return [self._rendered(term, variables or {}, self.get_option("template_vars")) for term in terms]

    def _rendered(self, term: str, variables: Any, own: dict[str, Any]) -> str:
        path = self.find_file_in_search_path(variables, "templates", term)
        if not path:
            raise AnsibleLookupError(f"there is no template {term} in templates/ of the role")
        text = trust_as_template(self._loader.get_text_file_contents(path))
        # What a template includes or imports lies beside it.
        templar = self._templar.copy_with_new_env(
            available_variables=ChainMap(own, variables), searchpath=[str(Path(path).parent)]
        )
        rendered: str = templar.template(text, escape_backslashes=False)
        return rendered
