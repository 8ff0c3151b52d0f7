package controls.boot.secure_boot_on_test

import data.controls.boot.secure_boot_on as control
import data.lib.host

test_fail if {
	every secure_boot in [false, null] {
		denials := control.deny with input as _host({"firmware": "uefi", "secure_boot": secure_boot, "tpm": false})
		denials == {
			{"item": "secure boot", "expected": true, "actual": secure_boot},
			{"item": "TPM", "expected": true, "actual": false},
		}
	}
}

test_pass if {
	denials := control.deny with input as _host({"firmware": "uefi", "secure_boot": true, "tpm": true})
	denials == set()
}

test_not_applicable if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	control.not_applicable.zh with input as _host({"firmware": "bios"})
	not control.not_applicable with input as _host({"firmware": "uefi"})
}

_host(machine) := {"os": {"platform": "vm"}, "boot": {"machine": machine}}

test_fail_unknown if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "boot": {"machine": null}}
	denials == {{"item": "kernel and firmware", "expected": "known", "actual": null}}
}
