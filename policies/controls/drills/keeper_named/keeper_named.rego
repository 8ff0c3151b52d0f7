# METADATA
# title: It is settled which host keeps the records of drills
# description: Records that nobody is told to keep are missed by nobody; every host knows where they are.
# schemas:
#   - input.drills: schema.drills
# custom:
#   title_zh: 已指定保存演练记录的主机
#   description_zh: 无人负责保存的记录，丢失了也无人察觉；每台主机都应知道记录保存在何处。
#   severity: medium
#   subject: host
#   requirements: [HUB-C3.3]
#   evidence: [drills]
#   max_age: 26h
#   remedy: {role: drills, tag: drills}
package controls.drills.keeper_named

deny contains {"item": "keeper of the records", "expected": "named", "actual": null} if is_null(input.drills.settings)
