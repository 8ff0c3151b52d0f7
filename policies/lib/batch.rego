# METADATA
# description: |
#   Judges many controls on one subject in one request. A control that defines no `deny` gets no
#   verdict at all, so the caller can tell "nothing is wrong" from "nothing was checked".
package lib.batch

verdicts[id] := {"denials": denials, "not_applicable": _not_applicable(id, evidence)} if {
	some id in input.controls
	[domain, name] := split(id, "/")
	evidence := input.evidence
	denials := data.controls[domain][name].deny with input as evidence
}

_not_applicable(id, evidence) := reason if {
	[domain, name] := split(id, "/")
	reason := data.controls[domain][name].not_applicable with input as evidence
} else := null
