# METADATA
# title: SSH checks who may write a user's keys before it trusts them
# description: Without StrictModes, keys in a home or a file that others may write let these others in.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 信任用户密钥前检查其文件权限
#   description_zh: 未启用 StrictModes 时，他人可写的主目录或密钥文件也会被信任，等于让他人登录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.strict_modes_on

import data.lib.sshd

deny contains {"item": "strictmodes", "expected": "yes", "actual": input.sshd.options.strictmodes} if {
	input.sshd.options.strictmodes != "yes"
}

not_applicable := sshd.absent if not input.sshd.installed
