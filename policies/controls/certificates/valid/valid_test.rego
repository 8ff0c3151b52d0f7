package controls.certificates.valid_test

import data.controls.certificates.valid as control

test_fail_within_30_days if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2026-12-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.certificates.valid as {"renew_days": 30}
	denials == {{"item": "/etc/hubops/pki/host.crt", "expected": "> 2026-12-24", "actual": "2026-12-24"}}
}

test_pass_a_day_later if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2026-12-25", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.certificates.valid as {"renew_days": 30}
	denials == set()
}

test_fail_none if {
	denials := control.deny with input as {"certificates": {"certificates": [], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.certificates.valid as {"renew_days": 30}
	denials == {{"item": "certificates", "expected": ">= 1", "actual": 0}}
}
