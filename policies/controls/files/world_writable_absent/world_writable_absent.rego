# METADATA
# title: No file or directory of the system is writable by everyone
# description: |-
#   Whoever gets any account could change a program or a setting there. Directories with the sticky bit are meant for it.
#   The evidence lists the trees that were searched and those that were left out.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 系统中不存在所有人可写的文件和目录
#   description_zh: 否则任何账户都能篡改其中的程序或配置。带粘滞位的目录除外。证据中列出了已检查和未检查的目录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [files]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_files}
package controls.files.world_writable_absent

deny contains {"item": file.path, "expected": expected, "actual": file.mode} if {
	some file in input.files.world_writable
	expected := sprintf("%s%d", [substring(file.mode, 0, 3), to_number(substring(file.mode, 3, 1)) - 2])
}
