# METADATA
# title: The alert that always fires arrives
# description: >-
#   The Watchdog proves the way from a rule to Alertmanager. When it stays away, so would any other.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 始终触发的告警能够送达
#   description_zh: Watchdog 用于证明从规则到 Alertmanager 的链路畅通；它收不到，其他告警也收不到。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: prometheus, tag: prometheus}
package controls.monitoring.watchdog_firing

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": sprintf("Watchdog %s", [step]), "expected": true, "actual": false} if {
	some step in ["fires", "arrived"]
	not input.monitoring.central.watchdog[step]
}

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
