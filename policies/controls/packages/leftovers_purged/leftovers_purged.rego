# METADATA
# title: No settings of removed packages are left
# description: Settings, accounts and schedules of a package that is gone come back to life with the next one of that name, unseen by those who look at what is installed.
# schemas:
#   - input.footprint: schema.footprint
# custom:
#   title_zh: 已卸载软件不残留配置
#   description_zh: 已卸载软件包残留的配置、账户和计划任务会在同名软件再次安装时重新生效，而查看已安装软件时却看不到。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [footprint]
#   max_age: 26h
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.leftovers_purged

deny contains {"item": name, "expected": null, "actual": "config-files"} if some name in input.footprint.left_over
