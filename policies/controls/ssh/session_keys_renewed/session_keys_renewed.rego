# METADATA
# title: SSH agrees on new session keys in time
# description: A long session under one key gives much to study, and one key opens all of it.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 定期更换会话密钥
#   description_zh: 长会话始终使用同一密钥，可供分析的密文多，一旦泄露即全部可解。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.8.a]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     rekey_bytes: {default: 1073741824, bound: "<=1073741824"}
#     rekey_seconds: {default: 3600, bound: "<=3600"}
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.session_keys_renewed

import data.lib.sshd

deny contains {"item": "rekeylimit", "expected": expected, "actual": actual} if {
	actual := input.sshd.options.rekeylimit
	expected := sprintf("1..%d B, 1..%d s", [_params.rekey_bytes, _params.rekey_seconds])
	not _in_time(actual)
}

not_applicable := sshd.absent if not input.sshd.installed

# Bytes, then seconds; 0 is no limit of ours.
_in_time(limit) if {
	[bytes, seconds] := [to_number(word) | some word in split(limit, " ")]
	bytes > 0
	bytes <= _params.rekey_bytes
	seconds > 0
	seconds <= _params.rekey_seconds
}

_params := data.params.ssh.session_keys_renewed
