package controls.audit.config_private_test

import data.controls.audit.config_private as control

test_pass_at_the_bound if {
	denials := control.deny with input as {"audit": {"configuration": [{"path": "/etc/audit", "mode": "0750", "owner": "root", "group": "root"}, {"path": "/etc/audit/auditd.conf", "mode": "0640", "owner": "root", "group": "root"}, {"path": "/etc/audit/audit.rules", "mode": "0640", "owner": "root", "group": "root"}]}}
	denials == set()
}

test_fail_each_way if {
	denials := control.deny with input as {"audit": {"configuration": [{"path": "/etc/audit", "mode": "0750", "owner": "root", "group": "root"}, {"path": "/etc/audit/auditd.conf", "mode": "0644", "owner": "root", "group": "root"}, {"path": "/etc/audit/audit.rules", "mode": "0640", "owner": "hubops", "group": "root"}, {"path": "/etc/audit/rules.d", "mode": "0750", "owner": "root", "group": "adm"}]}}
	denials == {{"item": "/etc/audit/auditd.conf", "expected": "0750 root:root", "actual": "0644 root:root"}, {"item": "/etc/audit/audit.rules", "expected": "0750 root:root", "actual": "0640 hubops:root"}, {"item": "/etc/audit/rules.d", "expected": "0750 root:root", "actual": "0750 root:adm"}}
}

test_fail_absent if {
	denials := control.deny with input as {"audit": {"configuration": []}}
	denials == {{"item": "/etc/audit", "expected": "present", "actual": null}, {"item": "/etc/audit/auditd.conf", "expected": "present", "actual": null}, {"item": "/etc/audit/audit.rules", "expected": "present", "actual": null}}
}
