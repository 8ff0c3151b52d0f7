# METADATA
# title: Packages are installed only from signed sources
# description: An option that lets apt take unsigned packages lets whoever sits on the path install anything as root.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 软件包只来自经过签名验证的软件源
#   description_zh: 允许 apt 接受未签名软件包的选项，会使链路上的攻击者能够以 root 身份安装任意软件。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.7.a]
#   evidence: [packages]
#   max_age: 26h
#   remedy:
#     manual: Remove the option from the source or from apt.conf and name the source's key with Signed-By instead.
#     manual_zh: 从软件源或 apt.conf 中删除该选项，改用 Signed-By 指定软件源的签名密钥。
package controls.packages.sources_authenticated

deny contains {"item": sprintf("%s %s %s", [source.file, concat(" ", source.uris), option]), "expected": false, "actual": true} if {
	some source in input.packages.sources
	source.enabled
	some option in {"trusted", "allow_insecure", "allow_weak", "allow_downgrade_to_insecure"}
	source[option] == true
}

deny contains {"item": sprintf("apt %s", [setting]), "expected": false, "actual": true} if {
	some setting, value in input.packages.apt
	value == true
}
