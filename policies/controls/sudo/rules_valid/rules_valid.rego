# METADATA
# title: sudo reads its rules without an error
# description: A line that sudo cannot read is left out, and with it a limit that somebody relied on.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 规则文件语法正确
#   description_zh: sudo 会忽略无法解析的行，其中的限制随之失效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.e]
#   evidence: [sudo]
#   max_age: 26h
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.rules_valid

import data.lib.sudo

deny contains {"item": "visudo -c", "expected": [], "actual": input.sudo.faults} if input.sudo.valid != true

not_applicable := sudo.absent if not input.sudo.installed
