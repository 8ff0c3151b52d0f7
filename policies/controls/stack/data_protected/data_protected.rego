# METADATA
# title: No host that holds data is deleted or made anew
# description: A deployment that would delete or replace a host with data on it is stopped before it happens.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 存有数据的主机不被删除或重建
#   description_zh: 部署预览中若要删除或重建存有数据的主机，应在执行前予以阻止。
#   severity: high
#   subject: stack
#   requirements: [HUB-C4.4, HUB-C2.4, GBT22239-8.1.10.10.a]
#   evidence: [plan]
#   max_age: 26h
#   remedy:
#     manual: Move the data to another host first, then declare that this host holds none; or leave the host as it is.
#     manual_zh: 先将数据迁移到其他主机并声明本机不再存有数据，或保留该主机不变。
package controls.stack.data_protected

import data.lib.plan

deny contains {"item": host.name, "expected": sort(_kept), "actual": host.op} if {
	some host in _holding
	not host.op in _kept
}

not_applicable := {"en": "No host of the stack holds data.", "zh": "该编排中没有存有数据的主机。"} if {
	plan.complete(input.plan)
	count(_holding) == 0
}

# Of Pulumi's steps those after which the host is still the one that it was, or is new.
_kept := {"create", "import", "read", "refresh", "same", "update"}

_holding := [host | some host in input.plan.hosts; host.holds_data]
