# METADATA
# title: SSH does not compress
# description: Compression tells of what is encrypted by its length, and its code has had faults.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 不启用压缩
#   description_zh: 压缩会使密文长度泄露内容特征，其代码也曾多次出现漏洞。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.8.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_crypto}
package controls.ssh.compression_off

import data.lib.sshd

deny contains {"item": "compression", "expected": "no", "actual": input.sshd.options.compression} if {
	input.sshd.options.compression != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
