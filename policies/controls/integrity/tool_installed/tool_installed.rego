# METADATA
# title: An integrity checker is installed and configured
# description: Without one nobody notices that a program or a setting was exchanged.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 已安装并配置完整性检查工具
#   description_zh: 没有完整性检查工具，程序或配置被替换也无人察觉。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.6.a, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   remedy: {role: integrity, tag: integrity_tool}
package controls.integrity.tool_installed

deny contains {"item": "aide", "expected": "installed", "actual": "absent"} if not input.integrity.installed

deny contains {"item": "aide's configuration", "expected": "present", "actual": null} if input.integrity.config == null
