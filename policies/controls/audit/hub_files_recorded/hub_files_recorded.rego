# METADATA
# title: Changes of the hub's own settings and data are recorded
# description: >-
#   Keys, certificates and the state of the automation decide over all hosts; the city adds what else its hub
#   rests on.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 中枢自身配置与数据的变更有审计记录
#   description_zh: 密钥、证书与自动化状态关系到全部主机；各地可加入本地中枢依赖的其他文件。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.4, GBT22239-8.1.4.3.a]
#   evidence: [os, audit]
#   max_age: 26h
#   params:
#     hub_paths: {default: [/etc/hubops, /var/lib/hubops], bound: superset}
#   remedy: {role: audit, tag: audit_rules}
package controls.audit.hub_files_recorded

import data.lib.audit
import data.lib.host

deny contains denial if some denial in audit.unwatched(input.audit, data.params.audit.hub_files_recorded.hub_paths)

not_applicable := host.container_owned if input.os.platform == "container"
