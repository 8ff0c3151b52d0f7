# METADATA
# title: Hidden files of homes are their user's, and secrets are closed to others
# description: |-
#   Who may write a start file runs commands as its user. Keys, histories and stored passwords may be read by their
#   user alone.
# schemas:
#   - input.access: schema.access
# custom:
#   title_zh: 主目录中的隐藏文件归本人所有，其中的密钥和历史不对他人开放
#   description_zh: 能改写启动文件即可以其用户身份运行命令。密钥、历史记录和保存的口令仅本人可读。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.8.b]
#   evidence: [access]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_dotfiles}
package controls.files.home_dotfiles_private

import data.lib.octal

deny contains {"item": file.path, "expected": sprintf("<= %s", [_most(file)]), "actual": file.mode} if {
	some login in input.access.logins
	some file in login.dotfiles
	not octal.subset(file.mode, _most(file))
}

deny contains {"item": file.path, "expected": login.name, "actual": file.owner} if {
	some login in input.access.logins
	some file in login.dotfiles
	not file.owner in {login.name, "root"}
}

# What anybody may see: public keys, and the hosts that are known.
_most(file) := "0700" if {
	_secret(file.path)
	file.kind == "directory"
} else := "0600" if {
	_secret(file.path)
} else := "0755"

_secret(path) if {
	regex.match(`/\.(ssh|gnupg)(/|$)`, path)
	not regex.match(`/\.ssh/(.*\.pub|known_hosts.*)$`, path)
}

_secret(path) if regex.match(`/\.([a-z_]*history|netrc|pgpass|my\.cnf|git-credentials)$`, path)
