# METADATA
# title: What several host controls need to say alike
package lib.host

# What a container lacks belongs to the machine that it runs on, and is checked there.
container_owned := {
	"en": "A container shares this with the machine that it runs on; it is checked there.",
	"zh": "容器与其所在宿主机共用此项，应在宿主机上检查。",
}
