# METADATA
# title: The SSH server proves itself with strong signatures only
# description: A signature over SHA-1 (ssh-rsa, ssh-dss) can be forged, and with it the host.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 服务器仅用强签名算法证明身份
#   description_zh: 基于 SHA-1 的签名（ssh-rsa、ssh-dss）可被伪造，主机身份即可被冒充。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.1.d]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     host_key_algorithms:
#       bound: subset
#       default:
#         - ssh-ed25519
#         - rsa-sha2-512
#         - rsa-sha2-256
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.host_key_algorithms_strong

import data.lib.sshd

deny contains {"item": "hostkeyalgorithms", "expected": sort(_allowed), "actual": sort(offered)} if {
	offered := input.sshd.options.hostkeyalgorithms
	not _only(offered)
}

not_applicable := sshd.absent if not input.sshd.installed

# An empty list would be an answer that was not understood, so it is no pass.
_only(offered) if {
	count(offered) > 0
	every algorithm in offered {
		algorithm in _allowed
	}
}

_allowed := data.params.ssh.host_key_algorithms_strong.host_key_algorithms
