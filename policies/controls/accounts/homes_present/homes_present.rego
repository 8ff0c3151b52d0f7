# METADATA
# title: Whoever logs in has a home of his own
# description: Without one, sessions begin in the root directory, and what two accounts share is nobody's.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 每个登录账户都有自己的主目录
#   description_zh: 没有主目录的会话从根目录开始；两个账户共用的主目录则无法区分归属。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c, GBT22239-8.1.4.2.d]
#   evidence: [accounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Make the directory and hand it over (mkhomedir_helper NAME), or give the account another one (usermod -d
#       -m).
#     manual_zh: 创建主目录并移交（mkhomedir_helper 账户名），或为账户另行指定（usermod -d -m）。
package controls.accounts.homes_present

deny contains {"item": user.name, "expected": user.home, "actual": null} if {
	some user in _people
	not _present(user)
}

deny contains {"item": home, "expected": 1, "actual": sort(names)} if {
	some home in {user.home | some user in _people}
	names := [user.name | some user in _people; user.home == home]
	count(names) > 1
}

_present(user) if {
	startswith(user.home, "/")
	is_string(user.home_mode)
}

_people := [user | some user in input.accounts.users; user.can_login; not user.system]
