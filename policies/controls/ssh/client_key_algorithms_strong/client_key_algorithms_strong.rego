# METADATA
# title: SSH accepts users' keys with strong signatures only
# description: An old client that signs over SHA-1 (ssh-rsa, ssh-dss) can be impersonated.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 仅接受采用强签名算法的用户密钥
#   description_zh: 以 SHA-1 签名（ssh-rsa、ssh-dss）的旧客户端可被冒充。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.1.d]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     client_key_algorithms:
#       bound: subset
#       default:
#         - ssh-ed25519
#         - ssh-ed25519-cert-v01@openssh.com
#         - sk-ssh-ed25519@openssh.com
#         - sk-ssh-ed25519-cert-v01@openssh.com
#         - ecdsa-sha2-nistp256
#         - ecdsa-sha2-nistp256-cert-v01@openssh.com
#         - ecdsa-sha2-nistp384
#         - ecdsa-sha2-nistp384-cert-v01@openssh.com
#         - ecdsa-sha2-nistp521
#         - ecdsa-sha2-nistp521-cert-v01@openssh.com
#         - sk-ecdsa-sha2-nistp256@openssh.com
#         - sk-ecdsa-sha2-nistp256-cert-v01@openssh.com
#         - rsa-sha2-512
#         - rsa-sha2-512-cert-v01@openssh.com
#         - rsa-sha2-256
#         - rsa-sha2-256-cert-v01@openssh.com
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.client_key_algorithms_strong

import data.lib.sshd

deny contains {"item": "pubkeyacceptedalgorithms", "expected": sort(_allowed), "actual": sort(offered)} if {
	offered := input.sshd.options.pubkeyacceptedalgorithms
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

_allowed := data.params.ssh.client_key_algorithms_strong.client_key_algorithms
