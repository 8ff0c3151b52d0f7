package controls.logging.time_stamps_precise_test

import data.controls.logging.time_stamps_precise as control

test_fail_old_format if {
	denials := control.deny with input as {"log_settings": {"file_template": "RSYSLOG_TraditionalFileFormat"}} with data.params.logging.time_stamps_precise as {"templates": ["RSYSLOG_FileFormat"]}
	denials == {{"item": "rsyslog's format of files", "expected": "RSYSLOG_FileFormat", "actual": "RSYSLOG_TraditionalFileFormat"}}
}

test_fail_no_rsyslog if {
	denials := control.deny with input as {"log_settings": {"file_template": null}} with data.params.logging.time_stamps_precise as {"templates": ["RSYSLOG_FileFormat"]}
	denials == {{"item": "rsyslog's format of files", "expected": "RSYSLOG_FileFormat", "actual": null}}
}

test_pass_precise if {
	denials := control.deny with input as {"log_settings": {"file_template": "RSYSLOG_FileFormat"}} with data.params.logging.time_stamps_precise as {"templates": ["RSYSLOG_FileFormat"]}
	denials == set()
}
