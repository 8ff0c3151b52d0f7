# METADATA
# title: What controls of backups need to say alike
package lib.backup

# Only the catalogue itself excuses a host: one that it forgets is not excused.
nothing(catalogue) := {
	"en": sprintf("The catalogue says that this host has nothing to back up: %s", [catalogue.none.en]),
	"zh": sprintf("备份目录声明本机无需备份：%s", [catalogue.none.zh]),
} if {
	is_object(catalogue.none)
	count(catalogue.sets) == 0
}

keeps_nothing := {
	"en": "This host keeps no backups of others.",
	"zh": "本机不为其他主机保存备份。",
}

no_database := {
	"en": "This host has no PostgreSQL cluster.",
	"zh": "本机没有 PostgreSQL 集群。",
}

no_set_of_this_way := {
	"en": "No data set of this host is backed up in this way by the catalogue.",
	"zh": "按备份目录，本机没有以此方式备份的数据集。",
}

# What Borg copies, set by set and repository by repository.
expected(catalogue) := [{"set": one, "repository": repository} |
	some one in catalogue.sets
	one.way in {"files", "dump"}
	some repository in catalogue.repositories
	_goes(one, repository)
]

_goes(one, _) if one.off_site

_goes(_, repository) if not repository.off_site

# The record of a copy; undefined where there is none.
copy(copies, set, repository) := [one |
	some one in copies
	one.dataset == set.name
	one.repository == repository.name
][0]

label(set, repository) := sprintf("%s in %s", [set.name, repository.name])

# A cluster tells of itself only while it runs.
answers(cluster) if {
	cluster.online
	is_object(cluster.settings)
}

# The sets of a way; none where there is no catalogue.
of_way(catalogue, way) := [one | some one in catalogue.sets; one.way == way] if is_object(catalogue)

of_way(catalogue, _) := [] if is_null(catalogue)
