"""Facts on hosts, stacks and the organisation: one collector, one schema and one name a section."""
