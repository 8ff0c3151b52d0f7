# Only the process that started this server, and so knows its token, may ask or tell it anything.
package system.authz

default allow := false

allow if {
	count(opa.runtime().env.HUBOPS_OPA_TOKEN) >= 32
	input.identity == opa.runtime().env.HUBOPS_OPA_TOKEN
}
