# METADATA
# title: Every waiver covers something that is still there
# description: A waiver whose violation is gone would excuse its return in silence.
# schemas:
#   - input.waivers: schema.waivers
# custom:
#   title_zh: 每项豁免均对应仍然存在的问题
#   description_zh: 问题已消除而仍保留的豁免，会使该问题再次出现时被悄然放过。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.7.3.c]
#   evidence: [waivers]
#   max_age: 26h
#   remedy:
#     manual: Delete the waiver; what it excused is mended.
#     manual_zh: 删除该豁免：其对应的问题已经消除。
package controls.waivers.used

deny contains {"item": waiver.id, "expected": ">= 1", "actual": 0} if {
	some waiver in input.waivers.waivers
	waiver.state == "in_force"
	count(waiver.used_items) == 0
}

not_applicable := {"en": "The hub has no waiver.", "zh": "本中枢没有豁免。"} if count(input.waivers.waivers) == 0
