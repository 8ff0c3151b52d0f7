# METADATA
# title: What several host controls need to say alike
package lib.host

# What a container lacks belongs to the machine that it runs on, and is checked there.
container_owned := {
	"en": "A container shares this with the machine that it runs on; it is checked there.",
	"zh": "容器与其所在宿主机共用此项，应在宿主机上检查。",
}

no_log_server := {
	"en": "This host takes no messages from others: it is no log server.",
	"zh": "本机不接收其他主机的日志，不是日志服务器。",
}
