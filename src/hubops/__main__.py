"""`python -m hubops` is `hubops`."""

from hubops.cli import main

main()
