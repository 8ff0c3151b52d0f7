# METADATA
# title: Only root reads and writes the SSH server's settings and private keys
# description: Drop-ins count as settings. Who can change them can let anyone in; who can read a private key can pose as the host.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 服务配置与私钥仅 root 可读写
#   description_zh: 包括 sshd_config.d 下的片段文件。能改配置者可放任何人登录，能读私钥者可冒充本机。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.8.b]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_files}
package controls.ssh.config_private

import data.lib.octal
import data.lib.sshd

deny contains {"item": file.path, "expected": "<= 0600", "actual": file.mode} if {
	some file in _files
	not octal.subset(file.mode, "0600")
}

deny contains {"item": file.path, "expected": "root", "actual": file.owner} if {
	some file in _files
	file.owner != "root"
}

not_applicable := sshd.absent if not input.sshd.installed

_files := array.concat(input.sshd.config_files, input.sshd.private_keys)
