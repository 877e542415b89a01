"""Everything that could take an acknowledged change away, and whether it did: ``make torture``.

    python -m tests.torture [--share 0.1] [--only KILLS] [--at-once 2]

Prints a table at the end; the exit code says whether anything was lost, half or wrong.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.torture.faults import compiled
from tests.torture.parts import ROOT, Part, environ_of, is_wrong, needs_shim, parts

LONGEST = 20_000
"""Characters of what a part that failed printed: with the whole example of a law that fails."""


class Ended(NamedTuple):
    """A part that was run."""

    part: Part
    code: int
    out: str
    err: str
    seconds: float


def say(*words: str) -> None:
    """Write a line, at once, also where it goes to a file."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def run(part: Part) -> Ended:
    """Run one part to its end."""
    began = time.monotonic()
    ran = subprocess.run(
        part.words, cwd=ROOT, env=environ_of(part), capture_output=True, text=True, check=False
    )
    ended = Ended(part, ran.returncode, ran.stdout, ran.stderr, time.monotonic() - began)
    mark = "FAILED" if ended.code else "ok"
    sys.stderr.write(f"{ended.seconds:6.0f} s  {mark:6}  {part.row}\n")
    return ended


def table(all_ended: list[Ended]) -> bool:
    """Print what each row came to; whether all of it is well."""
    rows: defaultdict[str, list[Ended]] = defaultdict(list)
    for ended in all_ended:
        rows[ended.part.row].append(ended)
    is_well = True
    for row, some in rows.items():
        failed = [ended for ended in some if ended.code]
        told = some[0].part.tell([ended.out for ended in some if not ended.code])
        is_well = is_well and not failed and not is_wrong(row, told)
        mark = "FAILED" if failed or is_wrong(row, told) else "ok"
        say(f"{mark:6}  {row:32} {sum(e.seconds for e in some):5.0f} s  {told}")
        for ended in failed:
            say(ended.out[-LONGEST:], ended.err[-LONGEST:])
    return is_well


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, default=1.0, help="of the full number of tries")
    parser.add_argument("--only", default="", help="rows that begin so")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="casedesk-torture-"))
    try:
        chosen = [p for p in parts(folder, asked.share) if p.row.startswith(asked.only)]
        try:
            compiled(folder)
        except OSError as error:
            say(f"no call can be made to fail, nor the power be cut: {error}")
            chosen = [part for part in chosen if not needs_shim(part.row)]
        began = time.monotonic()
        with ThreadPoolExecutor(asked.at_once) as pool:
            is_well = table(list(pool.map(run, chosen)))
        say(f"{'all is well' if is_well else 'NOT WELL'}, {time.monotonic() - began:.0f} s")
        return 0 if is_well else 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
