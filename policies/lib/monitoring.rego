# METADATA
# title: What controls of the monitoring's services and its server say alike
package lib.monitoring

import data.lib.jobs

exporter := "prometheus-node-exporter.service"

elsewhere := {
	"en": "This host is not the monitoring server; it is watched by another.",
	"zh": "本机不是监控服务器，由其他主机监控。",
}

# Whether another host is the server. One that was declared the server and has nothing running is no other, and
# where none was named nobody knows of another.
absent(section) if {
	is_null(section.central)
	section.server.here == false
}

# That no server was named; on one that runs undeclared, what it says is judged.
unnamed(section) := {"item": "server", "expected": "a host of the inventory", "actual": null} if {
	is_null(section.central)
	is_null(section.server)
}

not_running(section, unit) := {{"item": unit, "expected": _runs, "actual": found} |
	found := jobs.state(section.services, unit)
	found != _runs
}

not_encrypted(section, unit) := {{"item": sprintf("%s tls", [unit]), "expected": true, "actual": found} |
	found := object.get(_service(section, unit), "tls", null)
	found != true
}

not_authenticated(section, unit) := {{"item": sprintf("%s client_certificates", [unit]), "expected": _asked, "actual": found} |
	found := object.get(_service(section, unit), "client_certificates", null)
	found != _asked
}

# Of a service that does not answer at all, no address is known to be right.
on_every_address(section, unit) := {{"item": sprintf("%s addresses", [unit]), "expected": "one of the host's own", "actual": found} |
	addresses := object.get(_service(section, unit), "addresses", [])
	some found in ({address | some address in addresses; not _own(address)} | {null | count(addresses) == 0})
}

# An address, and not the one that stands for all; either may be written in several ways.
_own(address) if {
	net.cidr_is_valid(concat("", [address, "/32"]))
	_within(address, ["0.0.0.0/0", "::/0"])
	not _within(address, ["0.0.0.0/32", "::/128"])
}

_within(address, networks) if {
	some network in networks
	net.cidr_contains(network, address)
}

not_confined(section, unit) := {{"item": sprintf("%s %s", [unit, right]), "expected": wanted, "actual": found} |
	some right, wanted in _rights
	found := object.get(_service(section, unit), ["rights", right], null)
	found != wanted
}

# What was measured of hosts or of probes; none where there is no server that could tell.
measured(section, kind) := found if {
	found := section.central.indicators[kind]
} else := []

_service(section, unit) := service if {
	some service in section.services
	service.name == unit
} else := {}

_asked := "RequireAndVerifyClientCert"

_runs := "enabled, active"

_rights := {"no_new_privileges": true, "capabilities": 0, "calls_filtered": true, "protect_system": "strict"}
