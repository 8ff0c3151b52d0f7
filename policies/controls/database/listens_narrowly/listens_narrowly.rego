# METADATA
# title: The database listens on declared addresses alone
# description: |-
#   What only the host itself uses does not need to answer others. Other addresses are named in the profile.
# schemas:
#   - input.database: schema.database
# custom:
#   title_zh: 数据库仅监听登记的地址
#   description_zh: 仅供本机使用的数据库无需应答其他主机。其他监听地址须在 profile 中登记。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.4.4.b]
#   evidence: [database]
#   max_age: 26h
#   params:
#     addresses: {default: [localhost, 127.0.0.1, "::1"]}
#   remedy:
#     manual: >-
#       Apply the role platform (tag platform_database), or change the setting in a file of conf.d and restart
#       the cluster.
#     manual_zh: 应用 platform 角色（标签 platform_database），或在 conf.d 中修改该设置并重启集群。
package controls.database.listens_narrowly

import data.lib.backup

deny contains {"item": sprintf("%s/%s: listen_addresses", [one.version, one.name]), "expected": concat(", ", data.params.database.listens_narrowly.addresses), "actual": address} if {
	some one in input.database.clusters
	some address in one.settings.listen
	not address in data.params.database.listens_narrowly.addresses
}

deny contains {"item": sprintf("%s/%s", [one.version, one.name]), "expected": "answers", "actual": "down"} if {
	some one in input.database.clusters
	not backup.answers(one)
}

not_applicable := backup.no_database if count(input.database.clusters) == 0
