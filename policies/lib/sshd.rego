# METADATA
# title: What the controls of the SSH server need to say alike
package lib.sshd

# A host that nobody can log in to over SSH has nothing to be checked here.
absent := {
	"en": "No SSH server is installed on this host.",
	"zh": "本机未安装 SSH 服务。",
}
