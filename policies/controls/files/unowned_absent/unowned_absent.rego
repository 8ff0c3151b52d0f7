# METADATA
# title: Every file has an owner and a group that exist
# description: The next account that gets the free number would own such a file without anybody's decision.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 不存在无主文件
#   description_zh: 若该编号日后分配给新账户，该账户将未经授权而拥有这些文件。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c]
#   evidence: [files]
#   max_age: 26h
#   remedy:
#     manual: Find out what left the file behind, then give it to its rightful owner with chown, or remove it.
#     manual_zh: 查明文件由何而来，用 chown 交给应有的属主，或将其删除。
package controls.files.unowned_absent

deny contains {"item": file.path, "expected": null, "actual": sprintf("%d:%d", [file.uid, file.gid])} if {
	some file in input.files.unowned
}
