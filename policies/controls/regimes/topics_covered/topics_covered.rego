# METADATA
# title: A regime is in force for everything that operation needs ruled
# description: Security, maintenance, inspection, meetings, reporting and change each have a regime that is in force.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 运行管理各方面均有现行制度
#   description_zh: 安全、维护、检查、例会、报告、变更等方面均有已发布且未废止的制度。
#   severity: medium
#   subject: hub
#   requirements: [HUB-A3, HUB-A6, HUB-D2.1, GBT22239-8.1.6.2.a, GBT22239-8.1.10.4.b, GBT22239-8.1.10.10.b]
#   evidence: [records]
#   max_age: 26h
#   params: {topics: {default: [change, inspection, maintenance, meeting, reporting, security], bound: superset}}
#   remedy:
#     manual: Write, approve and issue a regime for the topic and record it.
#     manual_zh: 制定、批准并发布该方面的制度，并予以登记。
#   dated: true
package controls.regimes.topics_covered

import data.lib.records

deny contains {"item": topic, "expected": ">= 1", "actual": 0} if {
	some topic in data.params.regimes.topics_covered.topics
	not topic in _in_force
}

_in_force contains regime.topic if {
	some regime in input.records.regime
	records.in_force(regime, input.as_of)
}
