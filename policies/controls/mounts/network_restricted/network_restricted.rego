# METADATA
# title: File systems of other machines bring no devices and raise no rights
# description: >-
#   Whoever is root on the other machine could otherwise become root here.
# schemas:
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 网络文件系统不能带来设备和提权
#   description_zh: 否则，对端机器的 root 可以在本机成为 root。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.2, GBT22239-8.1.4.2.d]
#   evidence: [mounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Add nodev and nosuid to the options of the mount in /etc/fstab or its unit, then remount it.
#     manual_zh: 在 /etc/fstab 或挂载单元的选项中加入 nodev 和 nosuid，然后重新挂载。
package controls.mounts.network_restricted

deny contains {"item": mount.path, "expected": restriction, "actual": mount.restrictions} if {
	some mount in input.mounts.mounts
	mount.network
	some restriction in ["nodev", "nosuid"]
	not restriction in mount.restrictions
}

not_applicable := {"en": "No file system of another machine is mounted.", "zh": "没有挂载其他机器的文件系统。"} if {
	count(input.mounts.unreadable) == 0
	every mount in input.mounts.mounts {
		not mount.network
	}
}
