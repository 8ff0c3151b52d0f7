# METADATA
# title: Somebody answers for every system in operation
# description: The post that owns the system is held by somebody who still works there.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 在用系统均有在岗的负责人员
#   description_zh: 各在用系统的运行负责岗位均有在岗人员担任。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C2.1]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Name somebody for the post, or give the system to another post.
#     manual_zh: 为该岗位指定人员，或变更系统的运行负责岗位。
#   dated: true
package controls.assets.systems_owned

import data.lib.operation

deny contains {"item": system.id, "expected": "held post", "actual": system.owner} if {
	some system in _systems
	not system.owner in _held
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_systems := [system |
	some system in input.records.system
	operation.used(system.opened, system.retired, input.as_of)
]

_held := operation.held(input.records.post, input.records.person, input.as_of)
