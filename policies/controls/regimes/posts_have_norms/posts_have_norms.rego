# METADATA
# title: Every post has work norms in force
# description: Each post names a regime of work norms that is issued and not withdrawn.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 每个岗位均有现行工作规范
#   description_zh: 每个岗位都对应一份已发布且未废止的工作规范。
#   severity: low
#   subject: hub
#   requirements: [HUB-B5, GBT22239-8.1.6.2.b]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Issue work norms for the post and name them in its post record.
#     manual_zh: 发布该岗位的工作规范，并在岗位（post）记录中注明。
#   dated: true
package controls.regimes.posts_have_norms

import data.lib.records

deny contains {"item": post.id, "expected": "work_norm", "actual": post.norm} if {
	some post in input.records.post
	not post.norm in _norms
}

deny contains {"item": "post", "expected": ">= 1", "actual": 0} if count(input.records.post) == 0

_norms contains regime.id if {
	some regime in input.records.regime
	regime.topic == "work_norm"
	records.in_force(regime, input.as_of)
}
