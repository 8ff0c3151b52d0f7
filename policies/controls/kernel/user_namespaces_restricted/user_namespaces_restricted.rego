# METADATA
# title: Accounts cannot make user namespaces
# description: >-
#   Inside one an account is root, which opens parts of the kernel to it that have had many holes. Containers without root need a waiver.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 普通账户不能创建用户命名空间
#   description_zh: 账户在用户命名空间内等同 root，可接触内核中漏洞较多的部分。使用无 root 容器的主机需申请豁免。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.user_namespaces_restricted

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"kernel.unprivileged_userns_clone": ["0"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
