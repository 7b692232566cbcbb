"""From a document to all that it states."""

from __future__ import annotations

from miner.citations import attribute, named_studies
from miner.claims import Extraction, Paper
from miner.document import Document
from miner.materials import Materials
from miner.measurements import measurements
from miner.mitigations import mitigations
from miner.problems import problems
from miner.sentences import sentences


def extract(document: Document, source: str = "") -> Extraction:
    """The claims of a document, in reading order; `source` is the name of its file, for people."""
    materials = Materials(document)
    text = attribute(list(sentences(document)))
    return Extraction(
        paper=_paper(document, source),
        measurements=tuple(measurements(document, text, materials)),
        has_problem=tuple(problems(document, text, materials)),
        mitigations=tuple(mitigations(document, text, materials)),
        named_studies=named_studies(document),
        references=document.references,
        defects=document.defects,
    )


def _paper(document: Document, source: str) -> Paper:
    return Paper(
        key=document.key,
        sha256=document.sha256,
        title=document.title,
        authors=document.authors,
        year=document.year,
        doi=document.doi,
        journal=document.journal,
        source=source,
    )
