"""How faithfully PDFs are read: each PDF that has its JATS beside it, against that.

usage: python benchmarks/reading_accuracy.py [FOLDER]
"""

import sys
from dataclasses import fields
from pathlib import Path

from miner.errors import ReadError
from miner.evaluation.reading import Accuracy, accuracy
from miner.readers import read

PAPERS = Path(__file__).parents[2] / "shared/papers"


def main() -> None:
    """Print one row a paper."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAPERS
    pairs = [(pdf, pdf.with_name("fulltext.xml")) for pdf in sorted(folder.glob("**/*.pdf"))]
    pairs = [pair for pair in pairs if pair[1].exists()]
    if not pairs:
        print(f"Reading against JATS: not measured, for there is no PDF with a fulltext.xml beside it in {folder}.")
        return
    names = [field.name for field in fields(Accuracy)]
    print("read against JATS".ljust(24) + "".join(name.rjust(16) for name in names))
    for pdf, xml in pairs:
        paper = f"{pdf.parent.name}/{pdf.stem}".ljust(24)
        try:
            scored = accuracy(read(pdf), read(xml))
        except ReadError as error:
            print(f"{paper}  {error}")
            continue
        print(paper + "".join(str(getattr(scored, name)).rjust(16) for name in names))


if __name__ == "__main__":
    main()
