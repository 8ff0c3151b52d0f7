# METADATA
# title: No Match block weakens SSH for some users or addresses
# description: |-
#   The effective settings are those of nobody in particular. A Match block can differ for a user or an address,
#   so each of its settings is held against the baseline, whoever it is for.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 的 Match 段不得为部分用户或地址放宽要求
#   description_zh: 全局生效值不含 Match 段。Match 段可针对某个用户或地址另行设置，因此无论对谁生效都逐项核对。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.settings_not_overridden

import data.lib.sshd

deny contains {"item": sprintf("%s: %s", [match.criteria, match.option]), "expected": expected, "actual": match.value} if {
	some match in input.sshd.matches
	expected := _demanded[match.option]
	match.value != expected
}

not_applicable := sshd.absent if not input.sshd.installed

_demanded := {
	"permitrootlogin": "no",
	"passwordauthentication": "no",
	"kbdinteractiveauthentication": "no",
	"challengeresponseauthentication": "no",
	"permitemptypasswords": "no",
	"hostbasedauthentication": "no",
	"ignorerhosts": "yes",
	"x11forwarding": "no",
	"allowagentforwarding": "no",
	"allowtcpforwarding": "no",
}
