package controls.logging.queue_on_disk_test

import data.controls.logging.queue_on_disk as control

test_fail_no_queue if {
	denials := control.deny with input as {"log_settings": {"queues": []}} with data.params.logging.queue_on_disk as {"queue_mib": 1024}
	denials == {{"item": "forwarding queue", "expected": ">= 1", "actual": 0}}
}

test_fail_in_memory if {
	denials := control.deny with input as {"log_settings": {"queues": [{"target": "a", "type": "direct", "on_disk": false, "max_mib": null, "saved_at_stop": false}]}} with data.params.logging.queue_on_disk as {"queue_mib": 1024}
	denials == {{"item": "forwarding queue on_disk", "expected": true, "actual": false}, {"item": "forwarding queue saved_at_stop", "expected": true, "actual": false}, {"item": "forwarding queue type", "expected": "linkedlist", "actual": "direct"}}
}

test_fail_small if {
	denials := control.deny with input as {"log_settings": {"queues": [{"target": "a", "type": "disk", "on_disk": true, "max_mib": 1023, "saved_at_stop": true}]}} with data.params.logging.queue_on_disk as {"queue_mib": 1024}
	denials == {{"item": "forwarding queue size", "expected": ">= 1024 MiB", "actual": 1023}}
}

test_pass_on_the_bound if {
	denials := control.deny with input as {"log_settings": {"queues": [{"target": "a", "type": "disk", "on_disk": true, "max_mib": 1024, "saved_at_stop": true}]}} with data.params.logging.queue_on_disk as {"queue_mib": 1024}
	denials == set()
}
