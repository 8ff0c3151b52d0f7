# METADATA
# title: Nothing shown before a login tells which system this is
# description: |-
#   Name and version of the system tell a stranger which faults to try; agetty's escapes (a backslash and a letter)
#   print them.
# schemas:
#   - input.banners: schema.banners
#   - input.os: schema.os
# custom:
#   title_zh: 登录前不显示系统信息
#   description_zh: 系统名称和版本会告诉陌生人可利用哪些漏洞；agetty 的转义（反斜杠加字母）会输出这些信息。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [banners, os]
#   max_age: 26h
#   remedy: {role: banner, tag: banner_texts}
package controls.banner.system_not_disclosed

deny contains {"item": one.path, "expected": null, "actual": found} if {
	some one in input.banners.texts
	one.shown in {"console", "network"}
	some found in _told(one.text)
}

_told(text) := {word | some word in _words; contains(lower(text), word)} | {escape |
	some escape in regex.find_n(`\\[a-zA-Z0-9]`, text, -1)
}

_words := {"linux"} | {lower(word) |
	some word in [input.os.id, input.os.codename, input.os.kernel, input.os.pretty_name]
	is_string(word)
	count(word) > 2
}
