# METADATA
# title: Changing what is started asks for a password
# description: >-
#   Without one, whoever is at the console starts a shell as root by adding a word to the kernel's command line.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 修改启动项需要口令
#   description_zh: 否则能接触控制台的人只要在内核命令行加一个参数即可得到 root 命令行。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [os, boot]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Make a hash with grub-mkpasswd-pbkdf2, set superusers and password_pbkdf2 in a file of /etc/grub.d, add --unrestricted to
#       the entries that start by themselves, and run update-grub. The password belongs to those who hold the console.
#     manual_zh: 用 grub-mkpasswd-pbkdf2 生成散列，在 /etc/grub.d 的文件中设置 superusers 和 password_pbkdf2，为自动启动的条目加 --unrestricted，运行 update-grub。口令由控制台管理人员保管。
package controls.boot.loader_password_set

import data.lib.boot
import data.lib.host

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": "boot loader", "expected": "password", "actual": "no password"} if {
	count(input.boot.machine.loader) > 0
	every file in input.boot.machine.loader {
		not file.password
	}
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "This host is started from outside and has no boot loader.", "zh": "本机由外部引导，没有引导程序。"} if {
	count(input.boot.machine.loader) == 0
	count(input.boot.unreadable) == 0
}
