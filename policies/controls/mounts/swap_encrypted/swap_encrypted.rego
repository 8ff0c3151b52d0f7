# METADATA
# title: What memory leaves on disks is encrypted
# description: >-
#   Swap space holds passwords, keys and personal data long after the programs have ended. None, or compressed memory, is best.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 交换空间已加密或未使用
#   description_zh: 程序结束很久之后，交换空间中仍可能留有口令、密钥和个人信息。最好不用交换空间，或使用内存压缩交换。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.10.b, GBT22239-8.1.4.8.b]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Switch it off with swapoff and take it out of /etc/fstab, or put it on dm-crypt with a new key at each start
#       (option swap of crypttab).
#     manual_zh: 用 swapoff 停用并从 /etc/fstab 中删除；或用 dm-crypt 加密，每次启动使用新密钥（crypttab 的 swap 选项）。
package controls.mounts.swap_encrypted

import data.lib.host

deny contains {"item": swap.path, "expected": "encrypted", "actual": swap.encrypted} if {
	some swap in input.mounts.swaps
	not swap.memory
	swap.encrypted != true
}

not_applicable := host.container_owned if input.os.platform == "container"
