package controls.banner.login_banner_warns_test

import data.controls.banner.login_banner_warns as control

test_fail_absent if {
	denials := control.deny with input as {"banners": {"texts": []}} with data.params as _params
	{denial.item | some denial in denials} == {"/etc/issue: en", "/etc/issue: zh", "/etc/issue.net: en", "/etc/issue.net: zh"}
}

test_fail_one_language if {
	denials := control.deny with input as _texts("No entry\n") with data.params as _params
	denials == {
		{"item": "/etc/issue: zh", "expected": "禁止入内", "actual": "No entry\n"},
		{"item": "/etc/issue.net: zh", "expected": "禁止入内", "actual": "No entry\n"},
	}
}

test_pass if {
	denials := control.deny with input as _texts("禁止入内\nNo entry\n") with data.params as _params
	denials == set()
}

_texts(text) := {"banners": {"texts": [{"path": path, "text": text} | some path in ["/etc/issue", "/etc/issue.net"]]}}

_params := {"banner": {"login_banner_warns": {"text_en": "No entry", "text_zh": "禁止入内"}}}
