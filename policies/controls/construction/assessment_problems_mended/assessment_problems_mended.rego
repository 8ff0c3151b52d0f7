# METADATA
# title: What a graded assessment found is mended in time
# description: |
#   Each problem of an assessment of a system in operation is mended within the period, and somebody checked that it is.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 等级测评发现的问题按期整改
#   description_zh: 在用系统历次等级测评发现的问题均在规定期限内完成整改，并经复核。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.9.a]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 90, bound: "<=180"}}
#   remedy:
#     manual: Mend the problems that are left, have somebody check it, and record both.
#     manual_zh: 完成剩余问题的整改，经复核后予以登记。
#   dated: true
#   measured: true
package controls.construction.assessment_problems_mended

import data.lib.construction
import data.lib.records

deny contains denial if {
	some denial in construction.unrecorded(_systems, {one.system | some one in _held})
}

deny contains {"item": sprintf("%s.rectified", [one.id]), "expected": sprintf("<= %d", [_days]), "actual": age} if {
	some one in _held
	one.problems > 0
	age := records.days_since(one.held, input.as_of)
	age > _days
	not _rectified(one)
}

_days := data.params.construction.assessment_problems_mended.days

_systems := construction.operating(input.records.system, input.as_of)

_held := construction.held(_systems, input.records.level_assessment, input.as_of)

_rectified(one) if {
	records.reached(one.rectified, input.as_of)
	one.rectified >= one.held
	one.rectification_checked_by != null
}
