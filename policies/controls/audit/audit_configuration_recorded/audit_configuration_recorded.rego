# METADATA
# title: Changes of audit's own settings and records are recorded
# description: Whoever wants to act unseen changes first what is seen.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 审计自身配置与记录的变更有审计记录
#   description_zh: 想要不被发现的人，首先会改动审计本身。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.4.3.d]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     configuration_paths: {default: [/etc/audit, /etc/libaudit.conf, /var/log/audit], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.audit_configuration_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.audit_configuration_recorded.configuration_paths)

not_applicable := host.container_owned if input.os.platform == "container"
