# METADATA
# title: No host can reach another's backups
# description: |-
#   Each key opens one folder, that of its own host, and each folder is its owner's alone.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 主机之间无法互访备份
#   description_zh: 每个密钥只能打开本主机的目录，各目录仅属主可访问。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_repository, tag: backup_repository}
package controls.backup.clients_separated

import data.lib.backup

deny contains {"item": path, "expected": "one key", "actual": count(keys)} if {
	some path in _paths
	keys := [key | some key in input.backup.keys; endswith(object.get(key, "command", ""), sprintf(" %s", [path]))]
	count(keys) > 1
}

deny contains {"item": folder.path, "expected": "0700 hub-backup", "actual": sprintf("%s %s", [folder.mode, folder.owner])} if {
	some folder in input.backup.folders
	[folder.mode, folder.owner] != ["0700", "hub-backup"]
}

deny contains {"item": path, "expected": "a client of the catalogue", "actual": "unknown"} if {
	some path in _paths
	not regex.replace(path, `^.*/`, "") in {keep.client | some keep in input.backup.catalogue.keeps}
}

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.keeps_nothing if {
	count(input.backup.catalogue.keeps) == 0
	count(input.backup.keys) == 0
}

_paths := {regex.replace(key.command, `^.*\s`, "") | some key in input.backup.keys; is_string(key.command)}
