# METADATA
# title: No waiver is broader than what it excuses
# description: It names the subjects and items that show the violation, and no others; never simply all.
# schemas:
#   - input.waivers: schema.waivers
# custom:
#   title_zh: 豁免范围不大于所豁免的问题
#   description_zh: 豁免只列出确有问题的对象和条目，不得笼统地适用于全部。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C4.8, GBT22239-8.1.7.3.c]
#   evidence: [waivers]
#   max_age: 26h
#   remedy:
#     manual: Take the subject or the item that is named out of the waiver.
#     manual_zh: 从该豁免中去掉所列的对象或条目。
package controls.waivers.narrow

deny contains {"item": sprintf("%s %s", [waiver.id, place]), "expected": "a violation", "actual": null} if {
	some waiver in _in_use
	some place in array.concat(waiver.idle_subjects, waiver.idle_items)
}

deny contains {"item": sprintf("%s subjects", [waiver.id]), "expected": "named subjects", "actual": "*"} if {
	some waiver in _in_use
	"*" in waiver.subjects
	some item in waiver.used_items
	not startswith(item, "params.") # a threshold of the profile holds everywhere
}

not_applicable := {"en": "The hub has no waiver.", "zh": "本中枢没有豁免。"} if count(input.waivers.waivers) == 0

# What covers nothing at all is said by another control.
_in_use := [waiver |
	some waiver in input.waivers.waivers
	waiver.state == "in_force"
	count(waiver.used_items) > 0
]
