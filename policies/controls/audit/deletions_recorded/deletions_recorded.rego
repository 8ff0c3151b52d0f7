# METADATA
# title: Files that people delete or rename are recorded
# description: What is gone can only be asked about in the record of who removed it.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 人员删除或重命名文件有审计记录
#   description_zh: 文件一旦消失，只能从审计记录查明由谁删除。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.deletions_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unrecorded(input.os.architecture, input.audit, _calls, audit.users)

not_applicable := host.container_owned if input.os.platform == "container"

_calls := {"unlink", "unlinkat", "rename", "renameat", "renameat2", "rmdir"}
