# METADATA
# title: Loading and removing kernel modules is recorded
# description: A module runs as the kernel and can hide everything else, so its arrival must be seen.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 加载与卸载内核模块有审计记录
#   description_zh: 内核模块可隐藏其他一切行为，其加载必须留有记录。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.module_changes_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, set())

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"init_module", "finit_module", "delete_module"}
