# METADATA
# title: No waiver has expired
# description: An exception that has ended excuses nothing any more; it is renewed with a new approval, or its cause is mended and it is deleted.
# schemas:
#   - input.waivers: schema.waivers
# custom:
#   title_zh: 没有已到期的豁免
#   description_zh: 到期的豁免不再有效：或重新审批续期，或消除问题后删除。
#   severity: high
#   subject: hub
#   requirements: [HUB-C4.8, GBT22239-8.1.7.3.c]
#   evidence: [waivers]
#   max_age: 26h
#   remedy:
#     manual: Mend what was waived and delete the waiver, or have a new one approved.
#     manual_zh: 整改被豁免的问题并删除该豁免，或重新申请审批。
package controls.waivers.in_force

deny contains {"item": waiver.id, "expected": "in_force", "actual": waiver.state} if {
	some waiver in input.waivers.waivers
	waiver.state == "expired"
}

not_applicable := {"en": "The hub has no waiver.", "zh": "本中枢没有豁免。"} if count(input.waivers.waivers) == 0
