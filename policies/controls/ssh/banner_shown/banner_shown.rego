# METADATA
# title: SSH warns before a login
# description: The server shows a text that is there; what it says is judged by the controls of banners.
# schemas:
#   - input.sshd: schema.sshd
#   - input.banners: schema.banners
# custom:
#   title_zh: SSH 登录前显示警告
#   description_zh: SSH 服务应显示实际存在的警告文字；其内容由横幅类检查项核对。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.a]
#   evidence: [sshd, banners]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.banner_shown

import data.lib.sshd

deny contains {"item": "banner", "expected": sort(_texts), "actual": input.sshd.options.banner} if {
	input.sshd.options
	not input.sshd.options.banner in _texts
}

not_applicable := sshd.absent if not input.sshd.installed

_texts := [text.path |
	some text in input.banners.texts
	text.shown in {"console", "network"}
	trim_space(text.text) != ""
]
