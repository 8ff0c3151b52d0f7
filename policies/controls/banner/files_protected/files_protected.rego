# METADATA
# title: Only root writes what is shown at logins
# description: Whoever writes these texts speaks to every administrator, before and after the login.
# schemas:
#   - input.banners: schema.banners
# custom:
#   title_zh: 登录提示文件仅 root 可写
#   description_zh: 能改写这些文字者，可在登录前后向所有管理员显示任意内容。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [banners]
#   max_age: 26h
#   remedy: {role: banner, tag: banner_texts}
package controls.banner.files_protected

import data.lib.octal

deny contains {"item": one.path, "expected": "<= 0644", "actual": one.mode} if {
	some one in input.banners.texts
	not octal.subset(one.mode, "0644")
}

deny contains {"item": one.path, "expected": "root", "actual": one.owner} if {
	some one in input.banners.texts
	one.owner != "root"
}
