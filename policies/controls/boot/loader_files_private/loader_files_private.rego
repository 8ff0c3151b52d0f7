# METADATA
# title: Only root reads and changes the boot loader's settings
# description: >-
#   They decide which kernel starts with which guards, and hold the hash of the boot loader's password.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 引导程序配置仅 root 可读写
#   description_zh: 这些文件决定以何种防护启动哪个内核，并含有引导口令的散列。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, boot]
#   max_age: 26h
#   remedy: {role: boot, tag: boot_loader}
package controls.boot.loader_files_private

import data.lib.boot
import data.lib.host
import data.lib.octal

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": file.path, "expected": "0600 root:root", "actual": sprintf("%s %s:%s", [file.mode, file.owner, file.group])} if {
	some file in input.boot.machine.loader
	not _private(file)
}

_private(file) if {
	octal.subset(file.mode, "0600")
	file.owner == "root"
	file.group == "root"
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "This host is started from outside and has no boot loader.", "zh": "本机由外部引导，没有引导程序。"} if {
	count(input.boot.machine.loader) == 0
	count(input.boot.unreadable) == 0
}
