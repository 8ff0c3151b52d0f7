# METADATA
# title: SSH keys are long enough
# description: The server shows no DSA and no short RSA key, and refuses clients' RSA keys below the same length.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 密钥强度满足要求
#   description_zh: 服务端不使用 DSA 和长度不足的 RSA 主机密钥，并拒绝长度不足的客户端 RSA 密钥。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.8.a]
#   evidence: [sshd]
#   max_age: 26h
#   params: {min_rsa_bits: {default: 3072, bound: ">=2048"}}
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.host_keys_strong

import data.lib.sshd

deny contains {"item": "requiredrsasize", "expected": sprintf(">= %d", [_least]), "actual": actual} if {
	actual := input.sshd.options.requiredrsasize
	not actual >= _least
}

deny contains {"item": key.path, "expected": sprintf(">= %d", [_least]), "actual": key.bits} if {
	some key in input.sshd.host_keys
	key.type == "rsa"
	key.bits < _least
}

deny contains {"item": key.path, "expected": _types, "actual": key.type} if {
	some key in input.sshd.host_keys
	not key.type in _types
}

not_applicable := sshd.absent if not input.sshd.installed

_types := ["ecdsa", "ed25519", "rsa"]

_least := data.params.ssh.host_keys_strong.min_rsa_bits
