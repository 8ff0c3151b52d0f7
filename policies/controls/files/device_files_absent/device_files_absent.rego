# METADATA
# title: Device files are in /dev only
# description: |-
#   Elsewhere, one gives its owner the disk or the memory behind the kernel's back. The evidence lists the trees
#   that were searched.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 设备文件只存在于 /dev 下
#   description_zh: 其他位置的设备文件可使其属主绕过内核访问磁盘或内存。证据中列出了已检查的目录。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [files]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Find out who made the device file, and remove it.
#     manual_zh: 查明设备文件由谁创建，并将其删除。
package controls.files.device_files_absent

deny contains {"item": file.path, "expected": null, "actual": file.mode} if {
	some file in input.files.devices
}
