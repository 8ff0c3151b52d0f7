# METADATA
# title: No container can change the machine that it runs on
# description: >-
#   Containers are declared unprivileged, and with no capability beyond those that are allowed. A privileged
#   container writes the kernel settings and the clock of its machine.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 容器不以特权方式运行
#   description_zh: 容器声明为非特权，且仅使用允许的能力项。特权容器可改写宿主机的内核参数和时钟。
#   severity: high
#   subject: stack
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [plan]
#   max_age: 26h
#   params: {capabilities: {default: [NET_ADMIN], bound: subset_or_empty}}
#   remedy:
#     manual: Take the privilege from the container, or make the host a virtual machine.
#     manual_zh: 取消容器的特权，或改用虚拟机。
package controls.stack.containers_unprivileged

import data.lib.plan

deny contains {"item": sprintf("%s.privileged", [host.name]), "expected": false, "actual": host.privileged} if {
	some host in _containers
	plan.known(host, "privileged")
	host.privileged != false
}

deny contains {
	"item": sprintf("%s.capabilities", [host.name]),
	"expected": sort(_allowed),
	"actual": host.capabilities,
} if {
	some host in _containers
	some capability in host.capabilities
	not _plain(capability) in _allowed
}

# Null is none, unless it is not known and nothing says so.
deny contains {"item": sprintf("%s.capabilities", [host.name]), "expected": sort(_allowed), "actual": null} if {
	some host in _containers
	"capabilities" in host.unknown
	plan.complete(input.plan)
}

not_applicable := {"en": "The stack declares no container.", "zh": "该编排未声明任何容器。"} if {
	plan.complete(input.plan)
	count(_containers) == 0
}

_allowed := data.params.stack.containers_unprivileged.capabilities

# What does not say that it is a virtual machine may be a container.
_containers := [host | some host in plan.to_be(input.plan); host.platform != "vm"]

_plain(capability) := trim_prefix(upper(capability), "CAP_")
