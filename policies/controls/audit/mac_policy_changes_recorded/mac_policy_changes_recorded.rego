# METADATA
# title: Changes of mandatory access control are recorded
# description: A profile that is loosened takes the cage off a program, and nothing else tells.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 强制访问控制策略的变更有审计记录
#   description_zh: 策略一经放宽，程序便不再受约束，而别处没有迹象。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.2.g]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     mac_paths: {default: [/etc/apparmor, /etc/apparmor.d], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.mac_policy_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.mac_policy_changes_recorded.mac_paths)

not_applicable := host.container_owned if input.os.platform == "container"
