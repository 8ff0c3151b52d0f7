# METADATA
# title: The database is reached from other hosts over TLS alone
# description: |-
#   A connection in the clear carries every row that is asked for. Rules for other hosts are of type hostssl, and
#   TLS is 1.2 or newer.
# schemas:
#   - input.database: schema.database
# custom:
#   title_zh: 其他主机仅可通过 TLS 连接数据库
#   description_zh: 明文连接会泄露查询到的每一行。面向其他主机的规则须为 hostssl，TLS 不低于 1.2。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, HUB-C4.5, GBT22239-8.1.4.8.a, GBT22239-8.1.4.7.a, GBT22239-8.1.2.2.a, GBT22239-8.1.2.2.b]
#   evidence: [database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Apply the role platform (tag platform_database), or change the setting in a file of conf.d and restart
#       the cluster.
#     manual_zh: 应用 platform 角色（标签 platform_database），或在 conf.d 中修改该设置并重启集群。
package controls.database.encrypted_connections

import data.lib.backup

deny contains {"item": sprintf("%s/%s: ssl", [one.version, one.name]), "expected": true, "actual": one.settings.ssl} if {
	some one in input.database.clusters
	one.settings.ssl == false
}

deny contains {"item": sprintf("%s/%s: ssl_min_protocol_version", [one.version, one.name]), "expected": "TLSv1.2, TLSv1.3", "actual": one.settings.ssl_min} if {
	some one in input.database.clusters
	not one.settings.ssl_min in {"TLSv1.2", "TLSv1.3"}
	one.settings
}

deny contains {"item": sprintf("%s/%s: pg_hba.conf line %d", [one.version, one.name, rule.line]), "expected": "hostssl", "actual": rule.type} if {
	some one in input.database.clusters
	some rule in one.settings.hba
	not rule.type in {"local", "hostssl", "hostgssenc"}
	rule.method != "reject"
}

deny contains {"item": sprintf("%s/%s", [one.version, one.name]), "expected": "answers", "actual": "down"} if {
	some one in input.database.clusters
	not backup.answers(one)
}

not_applicable := backup.no_database if count(input.database.clusters) == 0
