# METADATA
# title: What the last drills measured is within what was promised
# description: Response, recovery time and recovery point are numbers that somebody has promised; drills measure them.
# schemas:
#   - input.drills: schema.drills
# custom:
#   title_zh: 最近演练的实测值不超过承诺值
#   description_zh: 响应时间、恢复时间和恢复点都是承诺过的指标；演练给出实测值。
#   severity: high
#   subject: host
#   requirements: [HUB-C3.1]
#   evidence: [drills]
#   max_age: 26h
#   remedy:
#     manual: Find out what took so long, or promise what can be kept; then hold the drill again with `hubops drill KIND`.
#     manual_zh: 查明耗时原因，或调整承诺的指标；随后用 `hubops drill 类别` 重新演练。
#   measured: true
package controls.drills.promises_kept

import data.lib.drills

deny contains {"item": sprintf("%s %s", [last.id, one.name]), "expected": sprintf("<= %v", [one.promised]), "actual": one.measured} if {
	some last in _last
	some one in last.numbers
	not _kept(one)
}

deny contains {"item": last.id, "expected": "something promised", "actual": null} if {
	some last in _last
	count(last.numbers) == 0
}

deny contains drills.none_held(input.drills)

deny contains {"item": "keeper of the records", "expected": "named", "actual": null} if is_null(input.drills.settings)

not_applicable := drills.kept_elsewhere(input.drills.settings)

_last := [drills.last(input.drills.records, kind) | some kind in {record.kind | some record in input.drills.records}]

_kept(one) if {
	is_number(one.measured)
	is_number(one.promised)
	one.measured >= 0
	one.measured <= one.promised
}
