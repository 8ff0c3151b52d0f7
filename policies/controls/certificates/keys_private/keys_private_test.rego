package controls.certificates.keys_private_test

import data.controls.certificates.keys_private as control

test_fail_readable if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/k", "mode": "0640", "owner": "root", "group": "root"}}], "unreadable": []}} with data.params.certificates.keys_private as {"key_mode": "0600"}
	denials == {{"item": "/k", "expected": "<= 0600", "actual": "0640"}}
}

test_fail_another_s if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/k", "mode": "0600", "owner": "www", "group": "root"}}], "unreadable": []}} with data.params.certificates.keys_private as {"key_mode": "0600"}
	denials == {{"item": "/k owner", "expected": "root", "actual": "www"}}
}

test_fail_none if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}], "unreadable": []}} with data.params.certificates.keys_private as {"key_mode": "0600"}
	denials == {{"item": "keys", "expected": ">= 1", "actual": 0}}
}

test_pass_private if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/ca.crt", "subject": "CN=Hub CA", "issuer": "CN=Hub CA", "not_after": "2036-11-21", "authority": true, "key_kind": "EC", "key_bits": 384, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": null}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}} with data.params.certificates.keys_private as {"key_mode": "0600"}
	denials == set()
}
