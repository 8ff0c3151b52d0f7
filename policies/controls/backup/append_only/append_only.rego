# METADATA
# title: A host may add backups and never take any away
# description: |-
#   Whoever takes over a host takes its key too, and destroys the backups first. Each key starts one program
#   alone, which only adds.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 主机只能追加备份，不能删除
#   description_zh: 攻陷主机者同时取得其密钥，并会首先销毁备份。因此每个密钥只能启动一个只追加的程序。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.4.7.b]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_repository, tag: backup_repository}
package controls.backup.append_only

import data.lib.backup

deny contains {"item": sprintf("key of %s", [_name(key)]), "expected": "restrict", "actual": ""} if {
	some key in input.backup.keys
	not key.restrict
}

deny contains {"item": sprintf("key of %s", [_name(key)]), "expected": "borg serve --append-only", "actual": key.command} if {
	some key in input.backup.keys
	not _only_adds(key.command)
}

deny contains {"item": "keys", "expected": sprintf(">= %d", [_clients]), "actual": count(input.backup.keys)} if {
	count(input.backup.keys) < _clients
}

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.keeps_nothing if {
	count(input.backup.catalogue.keeps) == 0
	count(input.backup.keys) == 0
}

_only_adds(command) if {
	is_string(command)
	regex.match(`^borg serve --append-only --restrict-to-repository /[^\s;&|$]+$`, command)
}

_name(key) := regex.replace(key.command, `^.*/`, "") if is_string(key.command)

_name(key) := "anybody" if is_null(key.command)

_clients := count({keep.client | some keep in input.backup.catalogue.keeps})
