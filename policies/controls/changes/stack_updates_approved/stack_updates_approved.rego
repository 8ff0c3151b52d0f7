# METADATA
# title: Whatever was changed on a stack has an approved record of the change
# description: |-
#   An update of a stack that made, changed or removed something goes back to a change that names the stack, was approved
#   by then, and was done on that day, or is approved as a standing one for the time.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 资源栈的每次变更均有经批准的变更记录
#   description_zh: 资源栈每次实际新建、变更或删除资源的更新，均对应一项注明该资源栈、事先已获批准、且在当日实施（或在有效期内的标准变更）的变更记录。
#   severity: high
#   subject: hub
#   requirements: [HUB-C2.4, GBT22239-8.1.10.10.b]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {days: {default: 180, bound: ">=30"}}
#   remedy:
#     manual: Record the change with its approval, or undo what was done without one.
#     manual_zh: 补办审批并登记该变更；未经批准的改动应予回退。
#   dated: true
package controls.changes.stack_updates_approved

import data.lib.records

deny contains {
	"item": sprintf("%s#%d", [update.stack, update.version]),
	"expected": "an approved change",
	"actual": update.day,
} if {
	some update in _recent
	not _approved(update)
}

not_applicable := {"en": "No stack was changed in the period.", "zh": "期间内没有资源栈发生变更。"} if count(_recent) == 0

# Days are written year first, so that they compare as text.
_approved(update) if {
	some change in input.records.change
	change.stack == update.stack
	change.approved != null
	change.approved <= update.day
	_covers(change, update.day)
}

_covers(change, day) if change.done == day

_covers(change, day) if day <= change.standing_until

_recent := [update |
	some update in input.estate.updates
	records.days_since(update.day, input.as_of) <= data.params.changes.stack_updates_approved.days
]
