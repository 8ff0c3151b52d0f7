# METADATA
# title: The backup catalogue says what is backed up of the host
# description: |-
#   A host that the catalogue forgets is a host that nobody can bring back. One that has nothing to back up is
#   named there with the reason.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 备份目录写明本机的备份内容
#   description_zh: 备份目录遗漏的主机无法恢复。确无数据可备份的主机，也须在目录中写明理由。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.10.11.a]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup, tag: backup}
package controls.backup.catalogue_covers_host

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

deny contains {"item": "data sets", "expected": ">= 1", "actual": 0} if {
	count(input.backup.catalogue.sets) == 0
	is_null(input.backup.catalogue.none)
}
