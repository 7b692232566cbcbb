"""From a document to all that it states."""

from __future__ import annotations

from dataclasses import replace

from miner.attribution import attributed
from miner.citations import attribute, named_studies
from miner.claims import Extraction, Paper
from miner.document import Document
from miner.materials import Materials
from miner.measurements import measurements
from miner.pairing import paired
from miner.problems import mitigations, problems
from miner.sentences import sentences
from miner.unread import unread_defects


def extract(document: Document, source: str = "") -> Extraction:
    """The claims of a document, in reading order, and what was not understood; `source` names its file, for people."""
    materials = Materials(document)
    text = attribute(list(sentences(document)))
    measured = measurements(document, text, materials)
    extraction = Extraction(
        paper=_paper(document, source),
        measurements=tuple(attributed(document, text, paired(text, materials, measured))),
        has_problem=tuple(attributed(document, text, problems(document, text, materials))),
        mitigations=tuple(attributed(document, text, mitigations(document, text, materials))),
        named_studies=named_studies(document),
        references=document.references,
    )
    return replace(extraction, defects=(*document.defects, *unread_defects(document, extraction)))


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
