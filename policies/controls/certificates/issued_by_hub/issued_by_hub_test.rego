package controls.certificates.issued_by_hub_test

import data.controls.certificates.issued_by_hub as control

test_fail_a_stranger_s if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=stranger", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": false, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}}
	denials == {{"item": "/etc/hubops/pki/host.crt", "expected": "signed by the hub's authority", "actual": "CN=stranger"}}
}

test_fail_none if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}], "unreadable": []}}
	denials == {{"item": "certificates of the host", "expected": ">= 1", "actual": 0}}
}

test_pass_the_hub_s if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}}
	denials == set()
}
