# METADATA
# title: What opens the backups is readable by nobody else
# description: |-
#   With the passphrase and a copy of the repository, everything that was ever backed up can be read.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 打开备份的机密仅属主可读
#   description_zh: 取得口令和存放处的副本，即可读取历次备份的全部内容。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_client, tag: backup_client}
package controls.backup.secrets_private

import data.lib.backup
import data.lib.octal

deny contains {"item": one.path, "expected": sprintf("<= %s root", [_most(one)]), "actual": sprintf("%s %s", [one.mode, one.owner])} if {
	some one in input.backup.secrets
	not _private(one)
}

deny contains {"item": "passphrase", "expected": "present", "actual": null} if {
	count([one | some one in input.backup.secrets; endswith(one.path, "/passphrase")]) == 0
}

not_applicable := backup.nothing(input.backup.catalogue) if count(input.backup.secrets) == 0

_private(one) if {
	one.owner == "root"
	octal.subset(one.mode, _most(one))
}

# The database's account reads its own settings, and its group has nobody else.
_most(one) := "0640" if one.group == "postgres"

_most(one) := "0600" if one.group != "postgres"
