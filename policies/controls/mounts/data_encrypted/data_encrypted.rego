# METADATA
# title: Data lies on encrypted disks
# description: >-
#   Whoever takes a disk or a copy of it away must not be able to read the data. Repositories of backups that their clients
#   encrypt are as good. Encryption below the host, by the storage or the cloud, is not seen here and needs a waiver that
#   names it.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 数据存放在加密磁盘上
#   description_zh: 取走磁盘或其副本的人不应能读出数据。由客户端加密后存入的备份库视为已加密。由存储设备或云平台在主机之下实现的加密在此不可见，需在豁免中写明。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Move the data to a volume made with cryptsetup luksFormat, with the key in a TPM or a key server; or, where the storage
#       encrypts below the host, ask for a waiver that names it.
#     manual_zh: 将数据迁移到用 cryptsetup luksFormat 创建的加密卷，密钥存放在 TPM 或密钥服务器；若由存储在主机之下加密，则申请写明该情况的豁免。
package controls.mounts.data_encrypted

import data.lib.host

deny contains {"item": folder.path, "expected": "encrypted", "actual": folder.encrypted} if {
	some folder in input.mounts.data
	folder.encrypted != true
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "No usual folder of data holds anything.", "zh": "常用数据目录均为空。"} if {
	count(input.mounts.data) == 0
}
