# METADATA
# title: Whoever fails to log in over SSH again and again is banned
# description: >-
#   A jail counts when it reads what the SSH server writes, does something to the address, and does so after few
#   enough failures.
# schemas:
#   - input.intrusion: schema.intrusion
# custom:
#   title_zh: 多次 SSH 登录失败的来源被封禁
#   description_zh: 监视项须能读到 SSH 服务的记录、对来源地址采取动作，并在失败次数较少时即触发，才算有效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.a, GBT22239-8.1.3.3.b, GBT22239-8.1.4.4.f]
#   evidence: [intrusion]
#   max_age: 26h
#   params:
#     max_retries: {default: 5, bound: "<=10"}
#     find_seconds: {default: 600, bound: ">=300"}
#   remedy: {role: intrusion, tag: intrusion_ssh}
package controls.intrusion.ssh_jail_active

deny contains {"item": "sshd", "expected": "watched", "actual": null} if input.intrusion.ssh == null

deny contains {"item": "source", "expected": "journal or files", "actual": []} if {
	not input.intrusion.ssh.watches_journal
	input.intrusion.ssh.files == []
}

deny contains {"item": "actions", "expected": ">= 1", "actual": 0} if input.intrusion.ssh.actions == []

deny contains {"item": "failures", "expected": sprintf("1..%d", [_params.max_retries]), "actual": input.intrusion.ssh.max_retries} if {
	not _between(input.intrusion.ssh.max_retries, 1, _params.max_retries)
}

deny contains {"item": "seconds", "expected": sprintf(">= %d", [_params.find_seconds]), "actual": input.intrusion.ssh.find_seconds} if {
	not _between(input.intrusion.ssh.find_seconds, _params.find_seconds, 1000000000)
}

_between(value, low, high) if {
	is_number(value)
	value >= low
	value <= high
}

_params := data.params.intrusion.ssh_jail_active
