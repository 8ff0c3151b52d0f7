# METADATA
# title: root's shell keeps its commands, each with its time
# description: For finding out what happened. It can be changed by its user, so it does not take the place of audit records.
# schemas:
#   - input.access: schema.access
# custom:
#   title_zh: root 的 shell 保存带时间的历史命令
#   description_zh: 用于事后查明操作经过。历史记录可被使用者改动，不能代替审计记录。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b, GBT22239-8.1.10.6.e]
#   evidence: [access]
#   max_age: 26h
#   params: {history_size: {default: 10000, bound: ">=1000"}}
#   remedy: {role: accounts, tag: accounts_session}
package controls.accounts.history_kept

deny contains {"item": "HISTFILE", "expected": "/root/.bash_history", "actual": _history.file} if {
	not _kept(_history.file)
}

deny contains {"item": name, "expected": sprintf(">= %d", [_least]), "actual": size} if {
	some name, size in {"HISTSIZE": _history.size, "HISTFILESIZE": _history.file_size}
	not _long(size)
}

deny contains {"item": "HISTTIMEFORMAT", "expected": true, "actual": false} if not _history.dated

deny contains {"item": "HISTCONTROL", "expected": null, "actual": word} if {
	some word in _history.left_out
	word != "ignoredups"
}

_kept(file) if {
	is_string(file)
	startswith(file, "/")
	file != "/dev/null"
}

_long(size) if {
	is_number(size)
	size >= _least
}

_long(size) if size == -1 # without limit

_history := input.access.history

_least := data.params.accounts.history_kept.history_size
