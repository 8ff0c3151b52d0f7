# METADATA
# title: What the controls of the SSH server need to say alike
package lib.sshd

# What a person shows: a key, and what PAM then asks for.
both := "publickey,keyboard-interactive"

# `ways` is AuthenticationMethods, each entry a list of methods that must all succeed.
two_factors(ways) if {
	count(ways) > 0
	every way in ways {
		methods := {split(method, ":")[0] | some method in split(way, ",")}
		every method in split(both, ",") {
			method in methods
		}
	}
}

# A host that nobody can log in to over SSH has nothing to be checked here.
absent := {
	"en": "No SSH server is installed on this host.",
	"zh": "本机未安装 SSH 服务。",
}
