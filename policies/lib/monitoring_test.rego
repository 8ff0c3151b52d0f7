package lib.monitoring_test

import data.lib.monitoring

test_absent_where_another_host_is_the_server if {
	monitoring.absent({"central": null, "server": {"here": false}})
	not monitoring.absent({"central": null, "server": {"here": true}})
	not monitoring.absent({"central": {}, "server": {"here": false}})
}

test_nobody_knows_of_another_where_no_server_was_named if {
	not monitoring.absent({"central": null, "server": null})
	monitoring.unnamed({"central": null, "server": null}) == {"item": "server", "expected": "a host of the inventory", "actual": null}
	not monitoring.unnamed({"central": {}, "server": null})
	not monitoring.unnamed({"central": null, "server": {"here": false}})
}

test_what_was_measured_is_none_without_a_server if {
	monitoring.measured({"central": {"indicators": {"hosts": [1]}}}, "hosts") == [1]
	monitoring.measured({"central": null}, "hosts") == []
}

test_a_service_that_is_as_it_should_be if {
	section := {"services": [_good]}
	monitoring.not_running(section, "a") == set()
	monitoring.not_encrypted(section, "a") == set()
	monitoring.not_authenticated(section, "a") == set()
	monitoring.on_every_address(section, "a") == set()
	monitoring.not_confined(section, "a") == set()
}

test_a_service_that_is_not_there_is_not_as_it_should_be if {
	section := {"services": [_good]}
	monitoring.not_running(section, "b") == {{"item": "b", "expected": "enabled, active", "actual": ""}}
	monitoring.not_encrypted(section, "b") == {{"item": "b tls", "expected": true, "actual": null}}
	monitoring.not_authenticated(section, "b") == {{"item": "b client_certificates", "expected": "RequireAndVerifyClientCert", "actual": null}}
	monitoring.on_every_address(section, "b") == {{"item": "b addresses", "expected": "one of the host's own", "actual": null}}
	count(monitoring.not_confined(section, "b")) == 4
}

test_every_address if {
	every address in ["0.0.0.0", "::", "::ffff:0.0.0.0", "0:0:0:0:0:0:0:0", "*", ""] {
		section := {"services": [object.union(_good, {"addresses": ["10.9.0.1", address]})]}
		monitoring.on_every_address(section, "a") == {{"item": "a addresses", "expected": "one of the host's own", "actual": address}}
	}
}

_good := {
	"name": "a",
	"enabled": true,
	"active": true,
	"tls": true,
	"client_certificates": "RequireAndVerifyClientCert",
	"addresses": ["10.9.0.1"],
	"rights": {"no_new_privileges": true, "capabilities": 0, "calls_filtered": true, "protect_system": "strict"},
}
