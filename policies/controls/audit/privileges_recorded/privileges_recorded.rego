# METADATA
# title: Coming to be root, and who may, is recorded
# description: >-
#   Two things are recorded: each program that runs as root for somebody else, sudo above all, and each change of
#   sudo's rules.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 提升为 root 的行为及授权变更有审计记录
#   description_zh: 记录两类行为：以 root 身份为他人运行的每个程序（尤其是 sudo），以及 sudo 规则的每次变更。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     privilege_paths: {default: [/etc/sudoers, /etc/sudoers.d], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.privileges_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.privileges_recorded.privilege_paths)

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, audit.users | {"uid!=euid", "euid=0"})

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"execve"}
