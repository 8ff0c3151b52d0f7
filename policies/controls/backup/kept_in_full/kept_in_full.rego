# METADATA
# title: The repositories hold what their clients are to send, and nothing was taken away
# description: |-
#   Told by the host that keeps them, not by the clients: the newest copy of each data set within its RPO, and no
#   backup gone that this host did not remove.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 存放处保有各主机应送的备份，且无备份被删除
#   description_zh: 由保存备份的主机而非客户端说明：每个数据集的最新备份在 RPO 时限内，且没有非本机清理而消失的备份。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.4.9.b, GBT22239-8.1.4.7.b]
#   evidence: [backup]
#   max_age: 26h
#   params:
#     max_look_hours: {default: 3, bound: "<=26"}
#   remedy:
#     manual: >-
#       See why the client does not send. Where backups are missing, treat it as an attack: hubops-backup-keeper
#       undo CLIENT takes back what the client did, accept CLIENT lets it be.
#     manual_zh: 查明客户端未送备份的原因。备份缺失应按攻击处置：hubops-backup-keeper undo 主机名 可撤销该主机所做的改动，accept 主机名 表示认可。
#   measured: true
package controls.backup.kept_in_full

import data.lib.backup
import data.lib.jobs

deny contains {"item": sprintf("%s of %s in %s", [one.name, keep.client, keep.repository]), "expected": sprintf("<= %d hours", [one.rpo_hours]), "actual": _newest(keep, one)} if {
	some keep in input.backup.catalogue.keeps
	some one in keep.sets
	one.way != "postgres"
	not jobs.recent(_newest(keep, one), one.rpo_hours)
}

deny contains {"item": sprintf("%s in %s", [one.client, one.repository]), "expected": "nothing missing", "actual": one.missing} if {
	some one in input.backup.kept
	one.missing > 0
}

deny contains {"item": sprintf("%s in %s", [one.client, one.repository]), "expected": "readable", "actual": "not readable"} if {
	some one in input.backup.kept
	not one.readable
}

deny contains {"item": "last look", "expected": sprintf("<= %d hours", [_most]), "actual": input.backup.looked_hours} if {
	not jobs.recent(input.backup.looked_hours, _most)
}

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.keeps_nothing if {
	count(input.backup.catalogue.keeps) == 0
	count(input.backup.keys) == 0
}

_newest(keep, one) := found if {
	found := [each.newest_hours |
		some kept in input.backup.kept
		[kept.client, kept.repository] == [keep.client, keep.repository]
		some each in kept.sets
		each.name == one.name
	][0]
} else := null

_most := data.params.backup.kept_in_full.max_look_hours
