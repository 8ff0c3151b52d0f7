package controls.logging.sent_encrypted_test

import data.controls.logging.sent_encrypted as control

test_fail_in_clear if {
	denials := control.deny with input as {"logging": {"rsyslog": {"forwards": [{"file": "/etc/rsyslog.d/60-hubops-forward.conf", "target": "10.0.0.2", "port": 6514, "protocol": "tcp", "tls": true, "auth_mode": "x509/name"}, {"file": "/etc/rsyslog.d/60-hubops-forward.conf", "target": "10.0.0.2", "port": 6514, "protocol": "udp", "tls": false, "auth_mode": "x509/name"}]}}}
	denials == {{"item": "/etc/rsyslog.d/60-hubops-forward.conf 10.0.0.2:6514", "expected": "tls", "actual": "udp"}}
}

test_pass_sealed if {
	denials := control.deny with input as {"logging": {"rsyslog": {"forwards": [{"file": "/etc/rsyslog.d/60-hubops-forward.conf", "target": "10.0.0.2", "port": 6514, "protocol": "tcp", "tls": true, "auth_mode": "x509/name"}]}}}
	denials == set()
}
