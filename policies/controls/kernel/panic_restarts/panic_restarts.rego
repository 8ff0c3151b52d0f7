# METADATA
# title: A host whose kernel panicked restarts itself
# description: >-
#   After a fault the kernel is in no known state; stopping at once and starting anew is safer than going on,
#   and a host that hangs until somebody comes is unavailable.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 内核崩溃后主机自动重启
#   description_zh: 内核出错后状态不可信，立即停止并重新启动比继续运行更安全；停在崩溃画面等待人工处理则意味着服务中断。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.9.c]
#   evidence: [os, sysctl]
#   max_age: 26h
#   params:
#     panic_seconds: {default: 60, bound: "<=300"}
#   remedy: {role: kernel, tag: kernel_panic}
package controls.kernel.panic_restarts

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"kernel.panic_on_oops": ["1"]})
}

deny contains {"item": "kernel.panic", "expected": sprintf("1..%d", [_max]), "actual": actual} if {
	some actual in _waits
	not _soon(actual)
}

not_applicable := host.container_owned if input.os.platform == "container"

_waits := waits if {
	waits := {setting.running | some setting in input.sysctl.settings; setting.key == "kernel.panic"}
	count(waits) > 0
} else := {null}

# A negative value restarts at once, 0 never does.
_soon(value) if {
	regex.match(`^[0-9]{1,9}$`, value)
	to_number(value) in numbers.range(1, _max)
}

_max := data.params.kernel.panic_restarts.panic_seconds
