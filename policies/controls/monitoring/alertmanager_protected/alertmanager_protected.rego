# METADATA
# title: Alertmanager runs, and answers holders of the hub's certificates alone
# description: >-
#   Whoever reaches it unasked can silence alerts or raise false ones. It must run, over TLS, for known clients, on its
#   own address and without needless rights.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: Alertmanager 正常运行且仅向持有本中枢证书者应答
#   description_zh: 可随意访问 Alertmanager 者能静默告警或伪造告警；必须持续运行，经 TLS 仅向已知客户端应答，仅监听自身地址且权限最小。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.6, HUB-C4.1, GBT22239-8.1.5.4.b]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: alertmanager, tag: alertmanager}
package controls.monitoring.alertmanager_protected

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains denial if {
	some denial in union({
		monitoring.not_running(input.monitoring, _unit),
		monitoring.not_encrypted(input.monitoring, _unit),
		monitoring.not_authenticated(input.monitoring, _unit),
		monitoring.on_every_address(input.monitoring, _unit),
		monitoring.not_confined(input.monitoring, _unit),
	})
}

_unit := "prometheus-alertmanager.service"

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
