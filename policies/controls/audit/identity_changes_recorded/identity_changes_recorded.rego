# METADATA
# title: Changes of accounts and of how they prove themselves are recorded
# description: >-
#   Whoever makes an account or weakens the login leaves a way back in; the record shows when and by whom.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 账户与鉴别配置的变更有审计记录
#   description_zh: 新增账户或放宽登录要求都会留下后门；审计记录可说明何时由何人所为。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     identity_paths:
#       default:
#         - /etc/passwd
#         - /etc/shadow
#         - /etc/group
#         - /etc/gshadow
#         - /etc/security
#         - /etc/pam.d
#       bound: superset
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.identity_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.identity_changes_recorded.identity_paths)

not_applicable := host.container_owned if input.os.platform == "container"
