# METADATA
# title: Only members of one group may use su
# description: |-
#   pam_wheel with a group of its own is required before anything else can let a person in; `trust` would let its
#   members in without a password, `deny` would turn the meaning round.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 仅指定用户组可使用 su
#   description_zh: 须以 required 方式调用 pam_wheel 并指定用户组，且排在其他放行规则之前；trust 会使组员免口令，deny 会使含义相反。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [pam]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_su}
package controls.auth.su_restricted

import data.lib.pam

deny contains {"item": "su", "expected": "required pam_wheel.so use_uid group=", "actual": actual} if {
	not _restricted
	actual := [concat(" ", array.concat([entry.control, entry.module], entry.args)) |
		some entry in _entries
		entry.module == "pam_wheel.so"
	]
}

_entries := pam.of_type(input.pam.stacks.su, "auth")

_restricted if {
	some i
	_entries[i].module == "pam_wheel.so"
	_entries[i].control in {"required", "requisite"}
	"use_uid" in _entries[i].args
	some arg in _entries[i].args
	regex.match(`^group=\S`, arg)
	not _turned(_entries[i].args)
	not _open_before(i)
}

_turned(args) if {
	some arg in args
	arg in {"deny", "trust"}
}

# Root itself is let through first; nobody else may be, nor may a line jump over the one that refuses.
_open_before(last) if {
	some entry in array.slice(_entries, 0, last)
	entry.module != "pam_rootok.so"
	not entry.control in {"required", "requisite", "optional"}
}
