# METADATA
# title: SSH negotiates strong algorithms only
# description: Every cipher, MAC and key exchange that the server offers is on the allowed list; a client picks the weakest it likes.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 仅协商强密码算法
#   description_zh: 服务端提供的加密、校验和密钥交换算法都应在允许清单之内，否则客户端可选用其中最弱的。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.c, GBT22239-8.1.4.7.a, GBT22239-8.1.4.8.a, GBT22239-8.1.2.2.a,
#     GBT22239-8.1.2.2.b]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     ciphers:
#       bound: subset
#       default:
#         - chacha20-poly1305@openssh.com
#         - aes256-gcm@openssh.com
#         - aes128-gcm@openssh.com
#         - aes256-ctr
#         - aes192-ctr
#         - aes128-ctr
#     macs: {default: [hmac-sha2-512-etm@openssh.com, hmac-sha2-256-etm@openssh.com], bound: subset}
#     kex_algorithms:
#       bound: subset
#       default:
#         - sntrup761x25519-sha512@openssh.com
#         - curve25519-sha256
#         - curve25519-sha256@libssh.org
#         - diffie-hellman-group16-sha512
#         - diffie-hellman-group18-sha512
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.strong_algorithms

import data.lib.sshd

deny contains {"item": option, "expected": sort(allowed), "actual": sort(offered)} if {
	some option, [offered, allowed] in {
		"ciphers": [input.sshd.options.ciphers, _params.ciphers],
		"macs": [input.sshd.options.macs, _params.macs],
		"kexalgorithms": [input.sshd.options.kexalgorithms, _params.kex_algorithms],
	}
	not _only(offered, allowed)
}

not_applicable := sshd.absent if not input.sshd.installed

# An empty list would be an answer that was not understood, so it is no pass.
_only(offered, allowed) if {
	count(offered) > 0
	every algorithm in offered {
		algorithm in allowed
	}
}

_params := data.params.ssh.strong_algorithms
