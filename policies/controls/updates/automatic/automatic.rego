# METADATA
# title: Security updates install themselves every day
# description: Holes become known together with their update; a host that waits for somebody stays open for weeks.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 安全更新每天自动安装
#   description_zh: 漏洞随更新一同公开；等待人工更新的主机会有数周处于暴露状态。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a, GBT22239-8.1.5.4.e]
#   evidence: [updates]
#   max_age: 26h
#   params:
#     exclude: {default: [], bound: subset_or_empty}
#   remedy: {role: updates, tag: updates_automatic}
package controls.updates.automatic

deny contains {"item": "unattended-upgrades", "expected": "installed", "actual": "absent"} if not input.updates.installed

deny contains {"item": sprintf("%s every days", [step]), "expected": 1, "actual": _automatic[field]} if {
	some step, field in {"lists fetched": "lists_every_days", "updates installed": "upgrade_every_days"}
	_automatic[field] != 1
}

deny contains {"item": "security origin", "expected": "allowed", "actual": "left out"} if not _automatic.security_origin

deny contains {"item": name, "expected": "not excluded", "actual": "excluded"} if {
	some name in _automatic.excluded
	not name in data.params.updates.automatic.exclude
}

_automatic := input.updates.automatic
