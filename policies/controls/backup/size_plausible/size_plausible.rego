# METADATA
# title: The size of a copy is like that of those before
# description: |-
#   A copy that is suddenly a fraction of the former ones has left something out; an empty one holds nothing.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 备份大小与此前相当
#   description_zh: 备份突然只有此前的一小部分，说明内容缺失；大小为零则什么也没有。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a]
#   evidence: [backup]
#   max_age: 26h
#   params:
#     least_percent: {default: 50, bound: ">=20"}
#   remedy:
#     manual: >-
#       Find out what is no longer there. If it was removed on purpose, the next copies become the measure.
#     manual_zh: 查明缺少的内容；若为有意删除，后续备份将成为新的基准。
#   measured: true
package controls.backup.size_plausible

import data.lib.backup

deny contains {"item": sprintf("%s in %s", [one.dataset, one.repository]), "expected": sprintf(">= %d %% of %d bytes", [_least, one.usual_bytes]), "actual": one.bytes} if {
	some one in input.backup.copies
	is_number(one.bytes)
	is_number(one.usual_bytes)
	one.bytes * 100 < one.usual_bytes * _least
}

deny contains {"item": sprintf("%s in %s", [one.dataset, one.repository]), "expected": ">= 1 byte", "actual": one.bytes} if {
	some one in input.backup.copies
	not _something(one.bytes)
}

deny contains {"item": "copies", "expected": ">= 1", "actual": 0} if count(input.backup.copies) == 0

not_applicable := backup.nothing(input.backup.catalogue)

_something(bytes) if {
	is_number(bytes)
	bytes > 0
}

_least := data.params.backup.size_plausible.least_percent
