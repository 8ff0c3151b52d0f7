"""Times the command line as a user waits for it; `make bench` runs it, and no test depends on it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from hubops import engines


def seconds(arguments: Sequence[str], times: int, answers: set[int]) -> list[float]:
    """How long each run of `hubops` takes; ends the program where one ends with a code that is no answer."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "hubops", *arguments], cwd=folder, capture_output=True, check=False
            )
            taken.append(time.perf_counter() - started)
            if done.returncode not in answers:
                sys.exit(f"hubops {' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode()}")
    return taken


def told(what: str, taken: list[float], limit: float) -> bool:
    """Whether the median is below the limit; prints it with the best."""
    best, median = min(taken), statistics.median(taken)
    met = median < limit
    verdict = "met" if met else "NOT met"
    print(
        f"{what:34} best {best:6.3f} s  median {median:6.3f} s  of {len(taken):2}  limit {limit} s: {verdict}"
    )
    return met


def main() -> int:
    """0 where both limits are met, else 1."""
    for name in engines.ENGINES:
        engines.ensure(name)
    quick = told("hubops --version", seconds(["--version"], 10, {0}), 0.3)
    # 1 and 3 are answers about this machine, not failures of the command.
    check = told(
        "hubops check --host localhost", seconds(["check", "--host", "localhost", "-q"], 3, {0, 1, 3}), 15
    )
    return 0 if quick and check else 1


if __name__ == "__main__":
    sys.exit(main())
