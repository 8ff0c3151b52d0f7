# METADATA
# title: A warning stands before each login, in Chinese and English
# description: Whoever logs in has been told that only authorised people may, and that what they do is recorded.
# schemas:
#   - input.banners: schema.banners
# custom:
#   title_zh: 登录前以中英文显示警告
#   description_zh: 登录者事先被告知仅限授权人员使用且操作会被记录，便于追究责任。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.a, GBT22239-8.1.4.3.a]
#   evidence: [banners]
#   max_age: 26h
#   params:
#     text_en:
#       default: "Authorised users only. Activity on this system is monitored and recorded; unauthorised access is prosecuted."
#     text_zh: {default: 仅限授权用户使用。本系统的操作受到监控并被记录，未经授权的访问将被追究法律责任。}
#   remedy: {role: banner, tag: banner_texts}
package controls.banner.login_banner_warns

deny contains {"item": sprintf("%s: %s", [path, language]), "expected": warning, "actual": text} if {
	some path in ["/etc/issue", "/etc/issue.net"]
	some language, warning in {"en": _params.text_en, "zh": _params.text_zh}
	text := concat("\n", [one.text | some one in input.banners.texts; one.path == path])
	not contains(text, warning)
}

_params := data.params.banner.login_banner_warns
