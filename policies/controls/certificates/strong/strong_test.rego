package controls.certificates.strong_test

import data.controls.certificates.strong as control

test_fail_short if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "RSA", "key_bits": 2048, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}} with data.params.certificates.strong as {"rsa_bits": 3072, "ec_bits": 256}
	denials == {{"item": "/etc/hubops/pki/host.crt key", "expected": "EC >= 256 or RSA >= 3072", "actual": "RSA 2048"}}
}

test_fail_strange if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "dsaEncryption", "key_bits": null, "signature": "sha1WithRSAEncryption", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}} with data.params.certificates.strong as {"rsa_bits": 3072, "ec_bits": 256}
	denials == {{"item": "/etc/hubops/pki/host.crt key", "expected": "EC >= 256 or RSA >= 3072", "actual": "dsaEncryption null"}, {"item": "/etc/hubops/pki/host.crt signature", "expected": "SHA-2", "actual": "sha1WithRSAEncryption"}}
}

test_pass_each_kind if {
	denials := control.deny with input as {"certificates": {"certificates": [{"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "EC", "key_bits": 256, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "RSA", "key_bits": 3072, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}, {"path": "/etc/hubops/pki/host.crt", "subject": "CN=hub-1", "issuer": "CN=Hub CA", "not_after": "2027-11-24", "authority": false, "key_kind": "ED25519", "key_bits": null, "signature": "ecdsa-with-SHA256", "issued_by_hub": true, "key": {"path": "/etc/hubops/pki/host.key", "mode": "0600", "owner": "root", "group": "root"}}], "unreadable": []}} with data.params.certificates.strong as {"rsa_bits": 3072, "ec_bits": 256}
	denials == set()
}

test_fail_none if {
	denials := control.deny with input as {"certificates": {"certificates": [], "unreadable": []}} with data.params.certificates.strong as {"rsa_bits": 3072, "ec_bits": 256}
	denials == {{"item": "certificates", "expected": ">= 1", "actual": 0}}
}
