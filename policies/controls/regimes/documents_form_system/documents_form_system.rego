# METADATA
# title: Policy, rules, procedures and forms make one system that somebody is appointed to draft
# description: Each document in force carries out one above it, operating procedures prescribe forms, and a post is appointed for drafting.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 安全策略、管理制度、操作规程和记录表单形成体系，并指定专人制定
#   description_zh: 现行文件逐级依据上位文件，操作规程规定了记录表单，并指定岗位负责安全管理制度的制定。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.6.2.c, GBT22239-8.1.6.3.a]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Put the document under the one that it carries out, or write what is missing, or appoint a post for drafting; record it.
#     manual_zh: 明确该文件的上位文件，补齐缺少的文件或表单，或指定制度制定岗位，并予以登记。
#   dated: true
package controls.regimes.documents_form_system

import data.lib.organisation
import data.lib.records

deny contains {"item": regime.id, "expected": "in force", "actual": regime.under} if {
	some regime in _in_force
	_level(regime) > 0
	not _based(regime)
}

deny contains {"item": sprintf("%s.forms", [regime.id]), "expected": ">= 1", "actual": 0} if {
	some regime in _in_force
	regime.topic == "procedure"
	count(regime.forms) == 0
}

deny contains {"item": missing, "expected": ">= 1", "actual": 0} if {
	some missing in ({"policy", "procedure", "rule"} - {_sort(regime) | some regime in _in_force})
}

deny contains {"item": "drafting", "expected": "post", "actual": null} if {
	not organisation.appointed("regimes", input.records, input.as_of)
}

_in_force := [regime | some regime in input.records.regime; records.in_force(regime, input.as_of)]

# Work norms are procedures of a post; as such they are judged with the posts.
_levels := {"policy": 0, "rule": 1, "procedure": 2, "work_norm": 2}

_sort(regime) := regime.topic if {
	regime.topic in object.keys(_levels)
} else := "rule"

_level(regime) := _levels[_sort(regime)]

_based(regime) if {
	some upper in _in_force
	upper.id == regime.under
	_level(upper) < _level(regime)
}
