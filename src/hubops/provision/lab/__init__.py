"""The lab: containers and virtual machines on one bridge of this machine, as Pulumi resources.

What makes and removes things is here; what the stack declares is in `stacks/components`.
Everything of a lab carries its name, so that labs never meet and nothing of one is lost.
"""
