"""Where nothing at all is just what a control demands, and why: see tests/test_no_silent_pass.py."""

from __future__ import annotations

import demands

# Why nothing at a place is what a control demands; a place is named without positions in lists, and what
# holds for a list holds for one element less. That a list may be short of what must be there is other
# controls' business where the reason names one.
_ACCOUNT = "an account that does not exist breaks no rule; the schema demands that there be some"
_FOUND = "the list is what was found amiss or open; an empty one says that the search found nothing"
_HOST = "a host that the stack does not declare breaks no rule; without any the control is not applicable"
_WAIVER = "an exception that was never made excuses nothing; without any the control is not applicable"
_RULES = {
    "audit.merged.rules[].arch": "a rule without a table of system calls is about each",
    "audit.merged.rules[].syscalls": "a rule without system calls is about all of them",
}
_LOADERLESS = "the host is started from outside; the collector notes what it cannot read"
_MOUNT = "what is not mounted does no harm; without any the control is not applicable"
_ABSENT = "it is not installed; the schema demands that something be"
_CERTIFICATE = "a certificate that is not there is not weak or old; without any the control fails"
_LINE = "a line that is not there locks nobody out wrongly; auth/lockout_enforced demands those that must be"
_NO_ONE_TIME = "null: no login asks for one; auth/one_time_passwords_required demands it"
_TEXT = "what is not shown says nothing wrong; banner/login_banner_warns demands the warning"
_RULE = "a rule that is not there lets nothing in and leads nothing past; without a filter the control fails"
_OPEN = "without conditions a rule decides on all: it closes the filter, or firewall/*_denied_by_default denies it"
_SUDO_RULE = "a rule that sudo does not have gives nobody anything; the schema demands that there be some"
_MEMBER = "who is no member of a group has nothing from it"
_BOUND = "a setting that is not made otherwise for some holds for all"
_ALGORITHM = "an algorithm that is not offered is not weak; without any the control fails"
_SET = "a data set that the catalogue lacks asks for nothing; without any the control fails"
_COPY = (
    "a copy that was never made; backup/last_backup_recent demands each, and without any the control fails"
)
_CLUSTER = "a database that is not there has no weakness; without any the control is not applicable"
_HBA = "a connection that no rule allows is refused"
COMPLIES: dict[str, dict[str, str]] = {
    **demands.COMPLIES,
    "accounts/administrators_separated": {"accounts.groups[].members": _MEMBER},
    "accounts/default_accounts_absent": {
        "access.logins": "an account that cannot log in accepts no key",
        "accounts.users": _ACCOUNT,
    },
    "accounts/groups_defined": {
        "accounts.groups": "a group that does not exist has no members; the account that begins with it fails",
        "accounts.groups[].members": _MEMBER,
    },
    "accounts/home_directories_private": {
        "accounts.users": _ACCOUNT,
        "accounts.users[].home_mode": "null: there is no such directory",
    },
    "accounts/homes_present": {"accounts.users": _ACCOUNT},
    "accounts/ids_unique": {"accounts.users": _ACCOUNT},
    "accounts/log_readers_separated": {
        "accounts.groups": "a group that does not exist has no members",
        "accounts.groups[].members": _MEMBER,
    },
    "accounts/no_empty_passwords": {"accounts.users": _ACCOUNT},
    "accounts/only_root_has_uid_zero": {"accounts.users": _ACCOUNT},
    "accounts/password_hashes_strong": {"accounts.users": _ACCOUNT},
    "accounts/registered": {"accounts.users": _ACCOUNT},
    "accounts/root_path_safe": {
        "access.root_path": "where root does not look, it finds nothing; the schema demands that it look somewhere"
    },
    "accounts/shells_valid": {"accounts.users": _ACCOUNT},
    "accounts/stale_absent": {"accounts.users": _ACCOUNT},
    "accounts/system_accounts_locked": {"accounts.users": _ACCOUNT},
    "apparmor/profiles_enforced": {
        "apparmor.profiles": "a profile that is not loaded does not complain; without any the control fails",
    },
    "apparmor/services_confined": {"apparmor.unconfined": _FOUND},
    "audit/config_private": {
        "audit.configuration": "what is not there cannot be read; the control demands those that must be there",
    },
    "audit/deletions_recorded": _RULES,
    "audit/denied_access_recorded": {
        **_RULES,
        "audit.merged.rules[].fields": "a rule without conditions records whatever comes of the calls",
    },
    "audit/module_changes_recorded": _RULES,
    "audit/mounts_recorded": _RULES,
    "audit/no_exclusions": {
        "audit.loaded": "where no rule is loaded none excepts; the other controls demand that rules be loaded",
        "audit.merged.rules": "a rule that is not there excepts nothing",
    },
    "audit/permission_changes_recorded": _RULES,
    "audit/privileges_recorded": {"audit.merged.rules[].arch": _RULES["audit.merged.rules[].arch"]},
    "audit/rules_loaded": {
        "audit.loaded": "a rule that is not loaded need not be declared; without any the control fails",
        "audit.merged.rules": "a rule that is not declared need not be loaded; without any the control fails",
    },
    "audit/time_changes_recorded": _RULES,
    "auth/failures_remembered": {"pam.lockouts": _LINE},
    "auth/one_time_passwords_required": {
        "pam.stacks.sshd": "a line that is not there lets nobody in; without pam_oath's the control fails",
        "pam.stacks.sshd[].args": "what is not said to the module does not weaken it",
        "pam.stacks.sshd[].args[]": "what is not said to the module does not weaken it",
    },
    "auth/one_time_secrets_private": {"pam.one_time": _NO_ONE_TIME},
    "auth/one_time_secrets_strong": {
        "pam.one_time": _NO_ONE_TIME,
        "pam.one_time.enrolled": "who is not enrolled has no secret to be judged, and cannot log in",
    },
    "auth/root_locked_out_too": {"pam.lockouts": _LINE},
    "backup/catalogue_complete": {"backup.catalogue.sets": _SET},
    "backup/clients_separated": {"backup.folders": "a folder that is not there is open to nobody"},
    "backup/content_complete": {
        "backup.catalogue.repositories": "what goes nowhere is backup/last_backup_recent's business",
        "backup.catalogue.sets": _SET,
        "backup.catalogue.sets[].paths": "a path that the catalogue does not name need not be copied",
    },
    "backup/dump_recent": {
        "backup.catalogue.sets": "without a set of this way the control is not applicable"
    },
    "backup/last_backup_recent": {"backup.catalogue.sets": _SET},
    "backup/last_run_succeeded": {"backup.copies": _COPY},
    "backup/off_site_recent": {"backup.catalogue.sets": _SET},
    "backup/repository_checked": {
        "backup.catalogue.repositories": "a repository that the catalogue lacks holds nothing; without any the control fails"
    },
    "backup/repository_encrypted": {"backup.copies": _COPY},
    "backup/retention_sufficient": {"backup.catalogue.sets": _SET},
    "backup/size_plausible": {
        "backup.copies": _COPY,
        "backup.copies[].usual_bytes": "null: the first copy, with which none can be compared",
    },
    "backup/timers_active": {
        "backup.units": "the collector asks for each that the catalogue needs; without any the control fails"
    },
    "banner/files_protected": {"banners.texts": _TEXT},
    "banner/motd_quiet": {
        "banners.scripts": _FOUND,
        "banners.texts": _TEXT,
        "banners.texts[].text": _TEXT,
    },
    "banner/system_not_disclosed": {"banners.texts": _TEXT, "banners.texts[].text": _TEXT},
    "boot/command_line_safe": {"boot.machine.weakened_by": _FOUND},
    "boot/loader_files_private": {"boot.machine.loader": _LOADERLESS},
    "boot/loader_password_set": {"boot.machine.loader": _LOADERLESS},
    "certificates/strong": {"certificates.certificates": _CERTIFICATE},
    "certificates/valid": {"certificates.certificates": _CERTIFICATE},
    "database/checksums_on": {"database.clusters": _CLUSTER},
    "database/encrypted_connections": {
        "database.clusters": _CLUSTER,
        "database.clusters[].settings.hba": _HBA,
    },
    "database/listens_narrowly": {
        "database.clusters": _CLUSTER,
        "database.clusters[].settings.listen": "without an address it answers through its socket alone",
    },
    "database/passwords_strong_hash": {
        "database.clusters": _CLUSTER,
        "database.clusters[].settings.hba": _HBA,
    },
    "drills/last_passed": {
        "drills.records": "a drill that was not held failed at nothing; drills/alert_held and drills/restore_held demand "
        "theirs, and without any the control fails",
    },
    "drills/promises_kept": {
        "drills.records[].numbers": "a number that the drill does not measure was not missed; without any the control fails"
    },
    "files/cron_access_limited": {"access.schedulers[].allow": "an empty list allows nobody"},
    "files/device_files_absent": {"files.devices": _FOUND},
    "files/home_dotfiles_private": {
        "access.logins": "an account that cannot log in has no home to judge; the schema demands that some can",
        "access.logins[].dotfiles": "a hidden file that is not there runs nothing and gives nothing away",
    },
    "files/identity_files_protected": {
        "files.identity": "backups and shadow files need not exist; the schema demands that there be some",
        "files.shadow_group": _FOUND,
    },
    "files/schedules_private": {"files.schedules": "neither cron nor at is installed"},
    "files/settings_owned_by_root": {"files.loose_settings": _FOUND},
    "files/setuid_known": {
        "files.setuid": "a program that lends no rights; the schema demands that there be some that do"
    },
    "files/trust_files_absent": {"access.trust_files": _FOUND},
    "files/unowned_absent": {"files.unowned": _FOUND},
    "files/world_writable_absent": {"files.world_writable": _FOUND},
    "firewall/accepts_narrow": {
        "firewall.chains": "what is passed on is firewall/forwarding_denied_by_default's business",
        "firewall.chains[].rules": _RULE,
        "firewall.chains[].rules[].matches": _OPEN,
    },
    "firewall/accepts_used": {
        "firewall.chains[].rules": _RULE,
        "firewall.chains[].rules[].matches": "it names no port; firewall/accepts_narrow denies it",
    },
    "firewall/forwarding_denied_by_default": {"firewall.chains[].rules[].matches": _OPEN},
    "firewall/input_denied_by_default": {
        "firewall.chains[].rules": _RULE,
        "firewall.chains[].rules[].matches": _OPEN,
    },
    "firewall/management_sources_limited": {"firewall.chains[].rules": _RULE},
    "firewall/no_detours": {
        "firewall.chains": _RULE,
        "firewall.chains[].rules": _RULE,
        "firewall.legacy_tables": _FOUND,
    },
    "firewall/rules_owned": {"firewall.chains[].rules": _RULE},
    "firewall/starts_at_boot": {"firewall.loaders": "one of two is gone; without any the control fails"},
    "firewall/stateful": {"firewall.chains[].rules": _RULE},
    "integrity/scope_sufficient": {
        "integrity.files": "a file that was not asked about; the directories are demanded one by one",
    },
    "intrusion/management_never_banned": {
        "intrusion.ssh.ignored": "a network that is not ignored is banned; without any address the control fails",
    },
    "kernel/core_dumps_disabled": {
        "coredumps.session_limits": "a user without a line of its own has that of all; those must be there",
    },
    "kernel/settings_persistent": {
        "sysctl.settings": "a key that nobody declares or watches; the other kernel controls demand theirs",
        "sysctl.settings[].running": "declared as optional, and this kernel lacks the key",
    },
    "listeners/management_on_management_address": {"listeners.listeners": _FOUND},
    "listeners/only_declared": {"listeners.listeners": _FOUND},
    "listeners/risky_ports_closed": {"listeners.listeners": _FOUND},
    "logging/files_private": {"logging.open_files": _FOUND},
    "logging/forwarder_running": {
        "logging.rsyslog.forwards": "there is no connection to judge; logging/forwarded demands one",
    },
    "logging/no_gaps": {
        "log_store.senders": "a host that never sent has no gap; without any sender the control fails",
        "log_store.senders[].gaps": _FOUND,
    },
    "logging/permissions_default": {
        "log_settings.file_modes": "a right that is not set; without any the control fails"
    },
    "logging/records_old_enough": {
        "log_store.senders": "a host that never sent has no records; without any sender the control fails",
    },
    "logging/retention_sufficient": {
        "logging.rotation": "what no rule rotates is kept for ever",
        "logging.rotation[].kept_days": "null: for ever",
        "logging.rotation[].logs": "a rule that names no log deletes none",
    },
    "logging/sent_encrypted": {"logging.rsyslog.forwards": "what is not sent is not read on the way"},
    "logging/server_receives": {
        "logging.rsyslog.inputs": "no input breaks the rule; without any the host is no log server",
    },
    "logging/store_private": {
        "log_store.senders": "a host that never sent has no records; without any sender the control fails",
    },
    "malware/nothing_found": {"malware.last_scan.found": _FOUND},
    "monitoring/availability_kept": {
        "monitoring.central.indicators.hosts": "who is not asked fails monitoring/every_host_scraped; without any it fails",
    },
    "monitoring/database_exporter_protected": {"database.clusters": _CLUSTER},
    "monitoring/no_host_forgotten": {
        "monitoring.central.hosts.checked": "null: no check leaves its numbers there; CheckMetricsMissing alerts",
    },
    "monitoring/rules_healthy": {
        "monitoring.central.rules": "what is not loaded does not fail; monitoring/rules_loaded demands the rules",
    },
    "monitoring/silences_bounded": {
        "monitoring.central.silences": "a silence that is not there keeps nothing quiet",
    },
    "monitoring/targets_up": {
        "monitoring.central.targets": "who is not asked fails monitoring/every_host_scraped; without any it fails",
    },
    "mounts/data_encrypted": {
        "mounts.data": "no usual folder holds data; then the control is not applicable"
    },
    "mounts/home_restricted": {"mounts.declared": _MOUNT, "mounts.mounts": _MOUNT},
    "mounts/log_restricted": {"mounts.declared": _MOUNT, "mounts.mounts": _MOUNT},
    "mounts/network_restricted": {"mounts.mounts": _MOUNT},
    "mounts/swap_encrypted": {"mounts.swaps": "no swap space: no memory reaches a disk"},
    "packages/cleartext_servers_absent": {"packages.installed": _ABSENT},
    "packages/compilers_absent": {"packages.installed": _ABSENT},
    "packages/debug_tools_absent": {"packages.installed": _ABSENT},
    "packages/desktop_absent": {"packages.installed": _ABSENT},
    "packages/file_sharing_absent": {"packages.installed": _ABSENT},
    "packages/leftovers_purged": {"footprint.left_over": _FOUND},
    "packages/only_needed": {"footprint.asked": "nobody asked for it; without any package the control fails"},
    "packages/sources_authenticated": {
        "packages.apt.allow_insecure_repositories": "null: not set, which is off",
        "packages.sources": "nothing is fetched from a source that is not there",
        "packages.sources[].trusted": "null: not set, so signatures are checked",
    },
    "packages/sources_signed": {
        "packages.sources": "nothing is fetched from a source that is not there",
    },
    "services/failed_absent": {"services.failed": _FOUND},
    "services/needless_masked": {
        "services.units": "a unit that does not exist starts nothing",
        "services.units[].enabled": "null: it has no unit file, so nothing can start it",
    },
    "services/shares_absent": {"footprint.shares": _FOUND},
    "services/super_servers_empty": {"footprint.super_servers": _FOUND},
    "ssh/client_key_algorithms_strong": {"sshd.options.pubkeyacceptedalgorithms": _ALGORITHM},
    "ssh/host_key_algorithms_strong": {"sshd.options.hostkeyalgorithms": _ALGORITHM},
    "ssh/host_keys_strong": {
        "sshd.host_keys": "a key that is not shown is not weak; the schema demands that one be shown",
    },
    "ssh/keys_from_known_places": {
        "sshd.matches": _FOUND,
        "sshd.options.authorizedkeysfile": "a second file that is not looked in lets nobody in; without any the control fails",
    },
    "ssh/second_factor_required": {"sshd.matches": "an exception that is not made weakens nothing"},
    "ssh/settings_not_overridden": {"sshd.matches": _FOUND},
    "stack/containers_unprivileged": {
        "plan.hosts": _HOST,
        "plan.hosts[].capabilities": "none are added; what is not known is named in `unknown` and unreadable",
    },
    "stack/data_protected": {"plan.hosts": _HOST},
    "stack/hosts_zoned": {"plan.hosts": _HOST},
    "stack/images_pinned": {"plan.hosts": _HOST},
    "stack/management_zone_separate": {
        "plan.hosts": _HOST,
        "plan.hosts[].role": "a host without a role manages nothing, and is not in the management zone",
        "plan.hosts[].zone": "a host in no zone is not in the management zone; stack/hosts_zoned denies it",
    },
    "stack/owners_named": {"plan.hosts": _HOST},
    "stack/secrets_encrypted": {
        "plan.resources": "a resource that the stack does not declare shows no secret",
        "plan.resources[].properties": "a property that is not there shows no secret",
    },
    "sudo/audit_tools_separated": {"sudo.rules": _SUDO_RULE},
    "sudo/commands_exact": {
        "sudo.rules": _SUDO_RULE,
        "sudo.rules[].commands": "a command that is not in the rule is not given",
    },
    "sudo/credentials_expire": {"sudo.bound": _BOUND},
    "sudo/environment_reset": {"sudo.rules": _SUDO_RULE},
    "sudo/escapes_guarded": {"sudo.rules": _SUDO_RULE},
    "sudo/files_protected": {
        "sudo.files": "a file that is not there gives nobody anything; the schema demands that there be some"
    },
    "sudo/no_password_free_rules": {"sudo.bound": _BOUND, "sudo.rules": _SUDO_RULE},
    "sudo/no_unlimited_commands": {"sudo.rules": _SUDO_RULE},
    "sudo/security_tools_separated": {"sudo.rules": _SUDO_RULE},
    "sudo/terminal_required": {"sudo.bound": _BOUND},
    "sudo/uses_logged": {"sudo.bound": _BOUND},
    "time/one_time_service": {"time.services": "one of two services is gone; without any the control fails"},
    "updates/automatic": {"updates.automatic.excluded": "no package is left out"},
    "updates/no_holds": {"updates.held": _FOUND},
    "updates/obsolete_removed": {"updates.obsolete": _FOUND},
    "updates/security_none_pending": {"updates.security_pending": _FOUND},
    "waivers/end_prepared": {"waivers.waivers": _WAIVER},
    "waivers/in_force": {"waivers.waivers": _WAIVER},
    "waivers/narrow": {
        "waivers.waivers": _WAIVER,
        "waivers.waivers[].idle_subjects": _FOUND,
        "waivers.waivers[].subjects": "no subject is selected, so nothing is waived",
        "waivers.waivers[].subjects[]": "no subject is selected, so nothing is waived",
        "waivers.waivers[].used_items": "it covers nothing; waivers/used denies that",
    },
    "waivers/used": {"waivers.waivers": _WAIVER},
}
