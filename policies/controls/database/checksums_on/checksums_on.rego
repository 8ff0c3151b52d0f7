# METADATA
# title: The database notices damage to its pages
# description: |-
#   Without checksums a page that a disk has damaged is read as if it were right, and copied into every backup.
# schemas:
#   - input.database: schema.database
# custom:
#   title_zh: 数据库启用数据页校验和
#   description_zh: 没有校验和，磁盘损坏的数据页会被当作正常数据读取，并进入每份备份。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.7.b]
#   evidence: [database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Apply the role platform (tag platform_database), or stop the cluster and run pg_checksums --enable.
#     manual_zh: 应用 platform 角色（标签 platform_database），或停止集群后运行 pg_checksums --enable。
package controls.database.checksums_on

import data.lib.backup

deny contains {"item": sprintf("%s/%s: data_checksums", [one.version, one.name]), "expected": true, "actual": one.settings.checksums} if {
	some one in input.database.clusters
	one.settings.checksums == false
}

deny contains {"item": sprintf("%s/%s", [one.version, one.name]), "expected": "answers", "actual": "down"} if {
	some one in input.database.clusters
	not backup.answers(one)
}

not_applicable := backup.no_database if count(input.database.clusters) == 0
