# METADATA
# title: A ban lasts long enough to make guessing pointless
# description: After a ban of a minute guessing goes on nearly as fast as without one.
# schemas:
#   - input.intrusion: schema.intrusion
# custom:
#   title_zh: 封禁时长足以使猜测失去意义
#   description_zh: 封禁一分钟，与不封禁相差无几。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.a]
#   evidence: [intrusion]
#   max_age: 26h
#   params:
#     ban_seconds: {default: 3600, bound: ">=600"}
#   remedy: {role: intrusion, tag: intrusion_ssh}
package controls.intrusion.bans_long_enough

deny contains {"item": "ban seconds", "expected": sprintf(">= %d", [_least]), "actual": _seconds} if {
	not _long_enough(_seconds)
}

default _seconds := null

_seconds := input.intrusion.ssh.ban_seconds

# -1 is for ever.
_long_enough(-1)

_long_enough(seconds) if {
	is_number(seconds)
	seconds >= _least
}

_least := data.params.intrusion.bans_long_enough.ban_seconds
