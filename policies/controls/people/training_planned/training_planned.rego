# METADATA
# title: Each post has a training plan of its own for the present period
# description: It is approved and teaches the basics of security and the procedures of the post.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各岗位均有现行的培训计划
#   description_zh: 针对不同岗位分别制定并批准当期培训计划，内容包括安全基础知识和岗位操作规程。
#   severity: low
#   subject: hub
#   requirements: [GBT22239-8.1.8.3.b]
#   evidence: [records]
#   max_age: 26h
#   params: {contents: {default: [post_procedures, security_basics], bound: superset}}
#   remedy:
#     manual: Draw up the post's plan for the period, have it approved, and record it.
#     manual_zh: 制定该岗位的当期培训计划，经批准后予以登记。
#   dated: true
package controls.people.training_planned

import data.lib.records

deny contains {"item": post.id, "expected": sprintf(">= %s", [_today]), "actual": _until(post)} if {
	some post in input.records.post
	not post.id in {plan.post | some plan in _current}
}

deny contains {"item": sprintf("%s.%s", [plan.id, content]), "expected": "taught", "actual": null} if {
	some plan in _current
	some content in data.params.people.training_planned.contents
	not content in plan.contents
}

deny contains {"item": "post", "expected": ">= 1", "actual": 0} if count(input.records.post) == 0

_today := records.today(input.as_of)

_approved := [plan | some plan in input.records.training_plan; records.reached(plan.approved, input.as_of)]

_current := [plan | some plan in _approved; plan.starts <= _today; plan.ends >= _today]

# The last day of the post's plans that have begun; null for none.
_until(post) := max({null} | {plan.ends | some plan in _approved; plan.post == post.id; plan.starts <= _today})
