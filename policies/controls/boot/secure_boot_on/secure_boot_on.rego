# METADATA
# title: The firmware starts only signed code, and a TPM holds what was started
# description: >-
#   The root of trust that the clause asks for, where it may be had. A host that does not start by UEFI has neither and is not
#   judged by this.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 固件仅启动已签名代码，并由 TPM 记录
#   description_zh: 该条款要求的可信根（条款用词为“可”）。不以 UEFI 启动的主机不具备条件，不作评判。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.6.a]
#   evidence: [os, boot]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Switch Secure Boot on in the firmware, and give the host a TPM, which a virtual machine gets from its platform. Modules
#       that are built on the host must be signed first.
#     manual_zh: 在固件中开启安全启动，并为主机配置 TPM（虚拟机由平台提供）。本机编译的内核模块需先签名。
package controls.boot.secure_boot_on

import data.lib.boot
import data.lib.host

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": "secure boot", "expected": true, "actual": input.boot.machine.secure_boot} if {
	input.boot.machine.firmware == "uefi"
	input.boot.machine.secure_boot != true
}

deny contains {"item": "TPM", "expected": true, "actual": false} if {
	input.boot.machine.firmware == "uefi"
	not input.boot.machine.tpm
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {
	"en": "This host does not start by UEFI; the clause says that it may.",
	"zh": "本机不以 UEFI 启动；该条款用词为“可”。",
} if {
	input.boot.machine.firmware == "bios"
}
