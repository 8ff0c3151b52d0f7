# METADATA
# title: The kernel guards links and files in shared directories, and privileged core dumps
# description: Links, FIFOs and files planted in /tmp cannot mislead other accounts; programs that raise rights leave no core.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 内核保护共享目录中的链接与文件，特权程序不产生转储
#   description_zh: 防止利用 /tmp 中预置的链接、管道和文件误导其他账户；提权程序崩溃时不留下内存转储。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_files}
package controls.kernel.links_protected

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {
		"fs.protected_hardlinks": ["1"],
		"fs.protected_symlinks": ["1"],
		"fs.protected_fifos": ["1", "2"],
		"fs.protected_regular": ["1", "2"],
		"fs.suid_dumpable": ["0"],
	})
}

not_applicable := host.container_owned if input.os.platform == "container"
