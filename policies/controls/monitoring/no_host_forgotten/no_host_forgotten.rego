# METADATA
# title: Every host of the inventory is scraped, backed up and checked
# description: >-
#   A host that one part of the hub knows and another has forgotten is missed when it fails, is broken into, or is lost.
#   Backed up is also who has nothing to back up, where the catalogue says why. Hosts in the numbers of the last check
#   are compared where these reach the monitoring; CheckMetricsMissing alerts where they do not.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 清单中的主机均已纳入监控、备份与检查
#   description_zh: >-
#     某一环节遗漏的主机，故障、被入侵或损毁时无人察觉。备份目录写明理由、无需备份的主机视为已备份。检查指标送达监控时一并核对；未送达时由告警
#     CheckMetricsMissing 提示。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, HUB-C4.4, GBT22239-8.1.5.4.c]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: prometheus, tag: prometheus}
package controls.monitoring.no_host_forgotten

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": "inventory", "expected": ">= 1 host", "actual": null} if not _told

deny contains {"item": sprintf("%s %s", [host, where]), "expected": true, "actual": false} if {
	some where, known in _known
	some host in _hosts.inventory
	not host in known
}

deny contains {"item": sprintf("%s in the inventory", [host]), "expected": true, "actual": false} if {
	_told
	some host in union({known | some known in _known})
	not host in _hosts.inventory
}

_told if some _ in _hosts.inventory

_known["scraped"] := {target.instance | some target in input.monitoring.central.targets; target.job == "node"}

_known["backed up"] := {host | some host in array.concat(_hosts.backed_up, _hosts.without_backup)}

_known["checked"] := {host | some host in _hosts.checked} if is_array(_hosts.checked)

_hosts := input.monitoring.central.hosts

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
