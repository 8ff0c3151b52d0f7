# METADATA
# title: What several controls on sudo need to say alike
package lib.sudo

absent := {"en": "sudo is not installed.", "zh": "未安装 sudo。"}

# Whom a rule is for, as its file writes it.
who(rule) := concat(", ", rule.users)

# Whether a rule is for these names alone; who is excluded (`!ann`) makes it no wider, but names nobody either.
only_for(rule, names) if {
	included := [user | some user in rule.users; not startswith(user, "!")]
	count(included) > 0
	every user in included {
		user in names
	}
}

# The commands that a rule gives, without those that it excludes.
granted(rule) := {command | some command in rule.commands; not startswith(command, "!")}

# The name of a command's program, without folder and arguments.
program(command) := regex.replace(split(command, " ")[0], `^.*/`, "")

# Whether a command changes how a service runs. One whose arguments are open or a pattern could.
of_service(command, service) if {
	program(command) in {"systemctl", "service", "invoke-rc.d"}
	not regex.match(` (--no-pager )?(status|show|is-active|is-enabled|is-failed|cat) [a-zA-Z0-9@._-]+$`, command)
	regex.match(sprintf(`(^[^ ]*$|[*?^\[\\]| %s(\.service)?( |$))`, [service]), command)
}

# [item, value] of a setting: for all, and where it is made for some only.
settings(name) := array.concat([[name, input.sudo.defaults[name]]], [[item, read(setting.value)] |
	some setting in input.sudo.bound
	setting.name == name
	item := sprintf("%s: %s", [name, concat(", ", setting.to)])
])

# What is set for some is written as text.
read(text) := {"on": true, "off": false}[text] if {
	text in {"on", "off"}
} else := to_number(text) if {
	regex.match(`^-?[0-9]+(\.[0-9]+)?$`, text)
} else := text
