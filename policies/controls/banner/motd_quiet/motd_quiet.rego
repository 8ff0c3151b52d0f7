# METADATA
# title: After a login nothing is shown that scripts make or that tells of the system
# description: Scripts that make the message of the day run as root at each login; a plain text is all that may be shown.
# schemas:
#   - input.banners: schema.banners
# custom:
#   title_zh: 登录后不显示脚本输出和系统信息
#   description_zh: 生成每日消息的脚本在每次登录时以 root 身份运行；仅可显示纯文本，且不得透露系统信息。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a, GBT22239-8.1.4.2.d]
#   evidence: [banners]
#   max_age: 26h
#   remedy: {role: banner, tag: banner_texts}
package controls.banner.motd_quiet

deny contains {"item": script, "expected": null, "actual": "executable"} if some script in input.banners.scripts

deny contains {"item": one.path, "expected": null, "actual": found} if {
	some one in input.banners.texts
	one.shown == "after_login"
	some found in regex.find_n(`(?i)linux|debian|ubuntu|euler|kylin|anolis|kernel`, one.text, -1)
}
