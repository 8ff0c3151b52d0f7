# METADATA
# title: The last drill of each kind was passed
# description: A drill that failed shows a weakness; until it is held again and passed, nobody knows that the weakness is gone.
# schemas:
#   - input.drills: schema.drills
# custom:
#   title_zh: 每类演练的最近一次均已通过
#   description_zh: 未通过的演练暴露了薄弱环节；在重新演练并通过之前，无法确认问题已经消除。
#   severity: high
#   subject: host
#   requirements: [HUB-C3.3]
#   evidence: [drills]
#   max_age: 26h
#   remedy:
#     manual: Read why it failed in its record, mend the cause, and hold the drill again with `hubops drill KIND`.
#     manual_zh: 查看演练记录中的失败原因，排除后用 `hubops drill 类别` 重新演练。
package controls.drills.last_passed

import data.lib.drills

deny contains {"item": last.id, "expected": "passed", "actual": "failed"} if {
	some kind in {record.kind | some record in input.drills.records}
	last := drills.last(input.drills.records, kind)
	not last.passed
}

deny contains drills.none_held(input.drills)

deny contains {"item": "keeper of the records", "expected": "named", "actual": null} if is_null(input.drills.settings)

not_applicable := drills.kept_elsewhere(input.drills.settings)
