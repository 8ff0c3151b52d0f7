# METADATA
# title: No tool to listen in, scan or debug is installed
# description: Tools that read other programs' memory or the network's packets serve an intruder as well as an administrator, who brings them when needed.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 未安装抓包、扫描和调试工具
#   description_zh: 可读取其他进程内存或网络报文的工具同样会被入侵者利用；管理员需要时可临时安装。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [packages]
#   max_age: 26h
#   params:
#     debug_tools:
#       bound: superset
#       default: [aircrack-ng, bpfcc-tools, bpftrace, dsniff, "ettercap*", gdb, gdbserver, hping3, hydra, john, "linux-perf*", ltrace, masscan, ncat, "netcat-*", nmap, socat, sqlmap, strace, sysdig, "systemtap*", tcpdump, tshark, valgrind, "wireshark*"]
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.debug_tools_absent

import data.lib.names

deny contains {"item": found.name, "expected": null, "actual": found.version} if {
	some found in input.packages.installed
	names.matches(found.name, data.params.packages.debug_tools_absent.debug_tools)
}
