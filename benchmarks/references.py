"""How right the fields of reference entries are: AnyStyle's gold of entries from all subjects, those of journals.

usage: python benchmarks/references.py [FILE] [--show]

The gold tags each entry's stretches ("vol. 5, no. 3," is one of `volume`), not its values. A field counts as right
where the value read is the stretch without labels and punctuation: all names of `author` by their surnames in order,
the whole `title` and `journal`, a year of `date`, the first number of `volume` (the issue, where no volume is printed),
and the first of `pages`. Each entry is read alone, for they come from lists in different styles.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from miner.document import Reference
from miner.evaluation.reading import letters
from miner.references import parse_list

GOLD = Path(__file__).parents[2] / "shared/reference-gold/anystyle-core.xml"
FIELDS = {
    "author": "authors",
    "title": "title",
    "journal": "journal",
    "date": "year",
    "volume": "volume",
    "pages": "pages",
}
_JOINTS = re.compile(r"[;,&…]|\b(?:and|et|und|y|al|eds?|jr)\b\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Za-z]?\d\w*|\b[IVXLC]+\b")


def main() -> None:
    """Print one row, and each field that was read wrong with --show."""
    show = "--show" in sys.argv
    paths = [Path(argument) for argument in sys.argv[1:] if argument != "--show"]
    path = paths[0] if paths else GOLD
    if not path.exists():
        print(f"Fields of references: not measured, for there is no {path.name} in {path.parent}.")
        return
    right, total = Counter[str](), Counter[str]()
    for entry in ElementTree.parse(path).getroot():
        if entry.find("journal") is None:
            continue
        for field, wanted, found, fits in _compared(entry):
            total[field] += 1
            right[field] += fits
            if show and not fits:
                print(f"{_printed(entry)}\n    {field}: {wanted} | {found}")
    share = right.total() / total.total()
    print(
        f"fields of references   {share:.3f} of {total.total()}   "
        + "   ".join(f"{f} {right[f] / n:.3f}" for f, n in total.items())
    )


def _printed(entry: ElementTree.Element) -> str:
    return " ".join((part.text or "").strip() for part in entry)


def _compared(entry: ElementTree.Element) -> Iterator[tuple[str, str, str, bool]]:
    """Field, the stretch of the gold, what was read, and whether that is right."""
    (read,) = parse_list([_printed(entry)])
    for tag, field in FIELDS.items():
        stretches = [(part.text or "").strip() for part in entry if part.tag == tag]
        stretch = stretches[0] if tag in ("author", "title", "journal") and stretches else " ".join(stretches)
        if tag in ("date", "volume", "pages") and not _NUMBER.search(stretch):
            continue
        if stretch:
            yield field, stretch, str(getattr(read, field)), _fits(tag, stretch, read)


def _fits(tag: str, stretch: str, read: Reference) -> bool:
    if tag == "author":
        return _same_names(stretch, read.authors)
    if tag == "title":
        return letters(read.title) == letters(stretch)
    if tag == "journal":
        return letters(read.journal) == letters(re.sub(r"^(?:in:?|dans)\s+", "", stretch, flags=re.IGNORECASE))
    if tag == "date":
        return str(read.year) in stretch
    first = letters(_NUMBER.findall(stretch)[0])
    return first == letters(read.first_page if tag == "pages" else read.volume or read.issue)


def _same_names(stretch: str, surnames: tuple[str, ...]) -> bool:
    """Whether the surnames are in the stretch in order, and no name of it is without one but given names."""
    found, whole = [letters(surname) for surname in surnames], letters(stretch)
    at = 0
    for surname in found:
        at = whole.find(surname, at) + len(surname)
        if at < len(surname):
            return False
    pieces = [letters(piece) for piece in _JOINTS.split(stretch) if re.search(r"[^\W\d_][a-zß-ÿ]|[A-Z]{4}", piece)]
    bare = [piece for piece in pieces if not any(surname in piece for surname in found)]
    return bool(found) and (not bare or len(pieces) <= 2 * len(found))


if __name__ == "__main__":
    main()
