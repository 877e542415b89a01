"""Which rules fire on which texts, and which nowhere: how far rules fit a few articles only.

    python tests/gold/firing.py [FOLDER ...]

Counts the mentions each rule made in the seeds, in the texts beside the repository where they are
there, and in further folders of texts. A rule that fires nowhere must carry an example, which
`casedesk rules check` runs: the last column says how many it has.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold"
sys.path.insert(0, str(ROOT))

from facts import extract  # noqa: E402
from facts.rules import load  # noqa: E402
from facts.rules.check import every_rule, name_of  # noqa: E402
from facts.rules.grammar import grammar  # noqa: E402

SETS = {
    "seeds": ROOT / "seeds",
    "dev": SHARED / "dev-articles",
    "timex": SHARED / "timex-articles",
}
NAMED = frozenset({"substance", "item", "role", "incident_type"})
"""The kinds of rules whose names mentions and incidents carry; others only lend their words."""


def fired(folder: Path) -> Counter[str]:
    """How often each rule made a mention, and each type an incident, in the texts of a folder."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        found = extract(path.read_text(encoding="utf-8"))
        counts.update(mention.rule for mention in found.mentions)
        counts.update(f"incident_type.{name}" for one in found.incidents for name in one.types)
    return counts


def written() -> dict[str, int]:
    """The rules that can be named, with how many examples each carries."""
    book = load()
    ours = {name_of(r): len(r.examples) for r in every_rule(book) if r.table in NAMED}
    return ours | {rule.name: 1 for rule in grammar()}


def rows(sets: Mapping[str, Counter[str]], examples: Mapping[str, int]) -> Iterator[str]:
    """The table: a line for each rule, those that fire nowhere last."""
    names = sorted({*examples, *(rule for counts in sets.values() for rule in counts)})
    yield f"{'rule':<36}" + "".join(f"{name:>8}" for name in sets) + f"{'examples':>10}"
    silent = [name for name in names if not any(counts[name] for counts in sets.values())]
    for name in [*(name for name in names if name not in silent), *silent]:
        counts_of = "".join(f"{counts[name] or '.':>8}" for counts in sets.values())
        yield f"{name:<36}{counts_of}{examples.get(name, 0) or '.':>10}"
    bare = sum(not examples.get(name) for name in silent)
    yield f"{len(names)} rules; {len(silent)} fire nowhere, {bare} of these without an example"


def main(folders: list[str]) -> int:
    places = SETS | {Path(name).parent.name + "/" + Path(name).name: Path(name) for name in folders}
    sets = {name: fired(place) for name, place in places.items() if place.is_dir()}
    sys.stdout.write("\n".join(rows(sets, written())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
