# METADATA
# title: The package lists are current
# description: By old lists nothing is ever pending.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 软件包列表为最新
#   description_zh: 依据过时的列表，永远不会显示有待装更新。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   params:
#     lists_days: {default: 7, bound: "<=7"}
#   remedy:
#     manual: Let the host reach a mirror of its sources, run `apt-get update` and mend what it complains of.
#     manual_zh: 确保主机能够访问软件源镜像，运行 `apt-get update` 并处理其报告的问题。
#   measured: true
package controls.updates.lists_current

import data.lib.jobs

deny contains {"item": "package lists", "expected": sprintf("<= %d days", [_most]), "actual": _days} if not jobs.recent(_days, _most)

_days := input.updates.lists.days

_most := data.params.updates.lists_current.lists_days
