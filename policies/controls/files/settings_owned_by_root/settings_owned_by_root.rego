# METADATA
# title: The host's settings are root's
# description: |-
#   Who owns a file or a directory below /etc, or may write it through a group, sets the host. Folders of services
#   that keep settings of their own are excepted by name.
# schemas:
#   - input.files: schema.files
# custom:
#   title_zh: 系统配置文件归 root 所有
#   description_zh: /etc 下文件或目录的属主，以及可通过组权限改写的人，都能改变系统配置。自行管理配置的服务目录按名称例外。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.2.e]
#   evidence: [files]
#   max_age: 26h
#   params: {service_folders: {default: [/etc/polkit-1, /etc/postgresql]}}
#   remedy:
#     manual: >-
#       Give the file back to root (chown root:root, chmod go-w), or enter the service's folder in the profile.
#     manual_zh: 将文件收归 root（chown root:root、chmod go-w），或把服务目录登记到 profile。
package controls.files.settings_owned_by_root

deny contains {"item": file.path, "expected": "root", "actual": sprintf("%s:%s %s", [file.owner, file.group, file.mode])} if {
	some file in input.files.loose_settings
	not _excepted(file.path)
}

_excepted(path) if {
	some folder in data.params.files.settings_owned_by_root.service_folders
	startswith(concat("", [path, "/"]), concat("", [trim_right(folder, "/"), "/"]))
}
