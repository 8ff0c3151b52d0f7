# METADATA
# title: The kernel hides its memory and that of processes
# description: Addresses, the kernel log, tracing, performance events and BPF help an intruder who has an account already.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 内核与进程内存受保护
#   description_zh: 内核地址、内核日志、进程跟踪、性能事件和 BPF 会帮助已取得普通账户的入侵者进一步提权。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_memory}
package controls.kernel.memory_protected

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {
		"kernel.randomize_va_space": ["2"],
		"kernel.kptr_restrict": ["1", "2"],
		"kernel.dmesg_restrict": ["1"],
		"kernel.yama.ptrace_scope": ["1", "2", "3"],
		"kernel.unprivileged_bpf_disabled": ["1", "2"],
		"kernel.perf_event_paranoid": ["2", "3", "4"],
	})
}

not_applicable := host.container_owned if input.os.platform == "container"
