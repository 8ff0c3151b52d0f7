# METADATA
# title: Every scenario has an alert
# description: >-
#   What no rule looks for is found by users. The scenarios are those of the hub's emergency plans and of its
#   monitoring itself.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 每个场景都有告警规则
#   description_zh: 没有规则的场景只能由用户发现。场景涵盖本中枢应急预案所列及监控自身。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, GBT22239-8.1.5.4.c, HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: prometheus, tag: prometheus}
package controls.monitoring.rules_loaded

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": scenario, "expected": ">= 1 alert", "actual": 0} if {
	some scenario in (_scenarios - _watched)
}

_watched := {rule.scenario | some rule in input.monitoring.central.rules; rule.severity in _severities}

# Those that Alertmanager has a way for; any other reaches the log alone.
_severities := {"critical", "warning", "info"}

_scenarios := {
	"backup_age",
	"certificate",
	"clock",
	"compliance",
	"database",
	"disk",
	"host",
	"log_gap",
	"monitoring",
	"platform_probe",
}

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
