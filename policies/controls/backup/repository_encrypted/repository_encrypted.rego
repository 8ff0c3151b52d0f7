# METADATA
# title: Backups are encrypted by whoever makes them
# description: |-
#   Whoever keeps a backup, carries it or throws its disk away then has nothing to read. Clients' own copies,
#   repositories that are kept here and the database's backups count.
# schemas:
#   - input.backup: schema.backup
#   - input.database: schema.database
# custom:
#   title_zh: 备份由产生方加密
#   description_zh: 这样，保管、运输备份或处置其磁盘的人都无法读取内容。核对本机的备份、本机保存的存放处以及数据库备份。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b]
#   evidence: [backup, database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       A repository cannot be encrypted afterwards: make a new one (move the old folder away and run the data
#       set's service), and destroy the old.
#     manual_zh: 存放处无法事后加密：应移走旧目录并运行数据集服务以新建，再销毁旧存放处。
package controls.backup.repository_encrypted

import data.lib.backup

deny contains {"item": sprintf("%s in %s", [one.dataset, one.repository]), "expected": "encrypted", "actual": one.encryption} if {
	some one in input.backup.copies
	not _encrypted(one.encryption)
}

deny contains {"item": sprintf("%s in %s", [one.client, one.repository]), "expected": "encrypted", "actual": one.encryption} if {
	some one in input.backup.kept
	one.present
	not _encrypted(one.encryption)
}

deny contains {"item": sprintf("pgBackRest %s", [one.name]), "expected": "encrypted", "actual": "none"} if {
	some one in input.database.backups
	not one.encrypted
}

deny contains {"item": "copies", "expected": ">= 1", "actual": 0} if count(input.backup.copies) == 0

not_applicable := backup.nothing(input.backup.catalogue) if count(input.backup.kept) + count(input.database.backups) == 0

_encrypted(mode) if {
	is_string(mode)
	regex.match(`^(repokey|keyfile)`, mode)
}
