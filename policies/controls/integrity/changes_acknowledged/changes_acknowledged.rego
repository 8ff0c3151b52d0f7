# METADATA
# title: Every change that the last integrity check found has been accepted
# description: >-
#   A change that nobody has looked at may be an intruder's. A person looks at it, and then takes it into the base
#   or undoes it.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 最近一次完整性检查发现的改动均已确认
#   description_zh: 无人查看的改动可能出自入侵者。须由人查看后，或纳入基准库，或予以撤销。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.4.f, GBT22239-8.1.4.7.b, GBT22239-8.1.10.6.g]
#   evidence: [integrity]
#   max_age: 26h
#   remedy:
#     manual: Find out who changed each file and why. Undo what nobody can explain; accept the rest with `hubops apply -l HOST --tags integrity_accept`.
#     manual_zh: 查明每个文件由谁、因何改动。无法解释的改动予以撤销，其余用 `hubops apply -l 主机 --tags integrity_accept` 确认。
package controls.integrity.changes_acknowledged

deny contains {"item": path, "expected": "as in the base", "actual": kind} if {
	some kind, found in input.integrity.last_check.changes
	some path in found.first
}

deny contains {"item": sprintf("further files %s", [kind]), "expected": 0, "actual": found.count - count(found.first)} if {
	some kind, found in input.integrity.last_check.changes
	found.count != count(found.first)
}

deny contains {"item": "integrity check", "expected": "completed", "actual": null} if not _completed

_completed if input.integrity.last_check.completed
