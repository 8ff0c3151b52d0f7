# METADATA
# title: Changes of rights and owners by people are recorded
# description: A right that was widened for a moment is seen nowhere else afterwards.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 人员修改权限与属主有审计记录
#   description_zh: 权限曾被短暂放宽，事后在别处无从发现。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.permission_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, audit.users)

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "lchown", "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr"}
