# METADATA
# title: SSH asks people for a key and a one-time password
# description: |-
#   Each way in names a key and keyboard-interactive, which PAM answers. Excepted is the automation alone: named
#   accounts with a key, from addresses or small networks that its Match block names. A bastion instead needs a
#   waiver that names it.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 登录须同时使用密钥和一次性口令
#   description_zh: 每种登录途径都须包含密钥和键盘交互（由 PAM 核对一次性口令）。仅自动化账户例外：须列明账户，且 Match 段须限定来源地址或小网段。改用堡垒机的，应申请写明该堡垒机的豁免。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.d]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     automation_accounts: {default: [hubops]}
#     automation_min_prefix: {default: 24, bound: ">=24"}
#   remedy: {role: ssh_server, tag: ssh_second_factor}
package controls.ssh.second_factor_required

import data.lib.sshd

deny contains {"item": "authenticationmethods", "expected": sshd.both, "actual": input.sshd.options.authenticationmethods} if {
	not sshd.two_factors(input.sshd.options.authenticationmethods)
	input.sshd.options
}

deny contains {"item": sprintf("%s: authenticationmethods", [match.criteria]), "expected": sshd.both, "actual": match.value} if {
	some match in input.sshd.matches
	match.option == "authenticationmethods"
	not sshd.two_factors(split(match.value, " "))
	not _automation(match)
}

not_applicable := sshd.absent if not input.sshd.installed

_automation(match) if {
	match.value == "publickey"
	[[_, users, places]] := regex.find_all_string_submatch_n(`^(?i:user) ([^\s]+) (?i:address) ([^\s]+)$`, match.criteria, 1)
	every user in split(users, ",") {
		user in _params.automation_accounts
	}
	every place in split(places, ",") {
		_narrow(place)
	}
}

# An address, or a network no wider than allowed; names, patterns and exclusions are none.
_narrow(place) if regex.match(`^([0-9]{1,3}\.){3}[0-9]{1,3}$|^[0-9a-fA-F]*:[0-9a-fA-F:]+$`, place)

_narrow(place) if {
	regex.match(`^([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}$`, place)
	to_number(split(place, "/")[1]) >= _params.automation_min_prefix
}

_narrow(place) if {
	regex.match(`^[0-9a-fA-F]*:[0-9a-fA-F:]+/[0-9]{1,3}$`, place)
	to_number(split(place, "/")[1]) >= _params.automation_min_prefix + 40
}

_params := data.params.ssh.second_factor_required
