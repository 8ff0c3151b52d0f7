# METADATA
# title: The end of a waiver is dealt with before it comes
# description: What is waived is mended, or waived anew, some days before the exception ends, so that nothing fails by surprise.
# schemas:
#   - input.waivers: schema.waivers
# custom:
#   title_zh: 豁免到期前已作安排
#   description_zh: 在豁免到期前若干天完成整改或重新审批，避免到期时突然不合规。
#   severity: low
#   subject: hub
#   requirements: [HUB-C4.8, GBT22239-8.1.7.3.c]
#   evidence: [waivers]
#   max_age: 26h
#   params: {days: {default: 14, bound: ">=7"}}
#   remedy:
#     manual: Mend what is waived, or have the waiver renewed, before it ends.
#     manual_zh: 在到期前整改被豁免的问题，或重新审批续期。
#   measured: true
package controls.waivers.end_prepared

deny contains {"item": waiver.id, "expected": sprintf(">= %d days", [_days]), "actual": waiver.days_left} if {
	some waiver in input.waivers.waivers
	waiver.state == "in_force"
	waiver.days_left < _days
}

not_applicable := {"en": "The hub has no waiver.", "zh": "本中枢没有豁免。"} if count(input.waivers.waivers) == 0

_days := data.params.waivers.end_prepared.days
