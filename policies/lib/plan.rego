# METADATA
# title: What several controls on stacks need to say alike
package lib.plan

# Hosts as they are to be; those that are to go are judged by what they hold alone.
to_be(plan) := [host | some host in plan.hosts; host.op != "delete"]

# A fact that is null because it is unknown is no violation, as long as the section says that it could not be read.
known(host, fact) if not fact in host.unknown

known(host, fact) if not is_null(host[fact])

known(_, _) if complete(input.plan)

# Only where the preview was complete does an empty list mean that there is nothing.
complete(plan) if count(plan.unreadable) == 0

no_hosts := {"en": "The stack declares no host.", "zh": "该编排未声明任何主机。"}
