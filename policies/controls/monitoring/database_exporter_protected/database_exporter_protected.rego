# METADATA
# title: The database's exporter runs, and answers holders of the hub's certificates alone
# description: >-
#   Without it nobody sees a database that is down, out of connections or no longer archived. What it tells names
#   databases and what they do, so it answers over TLS, to known clients, on its own address and without needless rights.
# schemas:
#   - input.monitoring: schema.monitoring
#   - input.database: schema.database
# custom:
#   title_zh: 数据库采集组件正常运行且仅向持有本中枢证书者应答
#   description_zh: 没有它，数据库停止、连接耗尽或归档中断均无人察觉。其内容涉及库名与运行情况，须经 TLS 仅向已知客户端应答，仅监听自身地址且权限最小。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.6, HUB-C4.1, GBT22239-8.1.5.4.b, GBT22239-8.1.5.4.c]
#   evidence: [monitoring, database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Name the host in platform_hosts and apply the role postgres_exporter (tag postgres_exporter).
#     manual_zh: 将主机列入 platform_hosts，然后应用 postgres_exporter 角色（标签 postgres_exporter）。
package controls.monitoring.database_exporter_protected

import data.lib.backup
import data.lib.monitoring

deny contains denial if {
	some denial in union({
		monitoring.not_running(input.monitoring, _unit),
		monitoring.not_encrypted(input.monitoring, _unit),
		monitoring.not_authenticated(input.monitoring, _unit),
		monitoring.on_every_address(input.monitoring, _unit),
		monitoring.not_confined(input.monitoring, _unit),
	})
}

_unit := "prometheus-postgres-exporter.service"

not_applicable := backup.no_database if count(input.database.clusters) == 0
