# METADATA
# title: Database passwords are stored and checked by SCRAM
# description: |-
#   MD5 of the password serves as the password itself to whoever reads it, and trust asks for none.
# schemas:
#   - input.database: schema.database
# custom:
#   title_zh: 数据库口令以 SCRAM 存储并核验
#   description_zh: MD5 值本身即可冒充口令使用；trust 则完全不要求口令。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.1.a, GBT22239-8.1.4.8.b]
#   evidence: [database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Apply the role platform (tag platform_database), or change the setting in a file of conf.d and restart
#       the cluster. Roles with a weaker password need a new one (\password).
#     manual_zh: 应用 platform 角色（标签 platform_database），或在 conf.d 中修改该设置并重启集群。口令较弱的角色须重设口令（\password）。
package controls.database.passwords_strong_hash

import data.lib.backup

deny contains {"item": sprintf("%s/%s: password_encryption", [one.version, one.name]), "expected": "scram-sha-256", "actual": one.settings.password_encryption} if {
	some one in input.database.clusters
	one.settings.password_encryption != "scram-sha-256"
}

deny contains {"item": sprintf("%s/%s: role %s", [one.version, one.name, role]), "expected": "scram-sha-256", "actual": "weaker"} if {
	some one in input.database.clusters
	some role in one.settings.weak_passwords
}

deny contains {"item": sprintf("%s/%s: pg_hba.conf line %d", [one.version, one.name, rule.line]), "expected": "scram-sha-256, peer, cert, gss or reject", "actual": rule.method} if {
	some one in input.database.clusters
	some rule in one.settings.hba
	not rule.method in {"scram-sha-256", "peer", "cert", "gss", "reject"}
}

deny contains {"item": sprintf("%s/%s", [one.version, one.name]), "expected": "answers", "actual": "down"} if {
	some one in input.database.clusters
	not backup.answers(one)
}

not_applicable := backup.no_database if count(input.database.clusters) == 0
