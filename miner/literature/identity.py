"""Which works a paper and its references are, by what was found out: entries of one work get its DOI.

`Reference.key` and `Paper.key` then name the work alike, so that a review and the study that it cites meet.
"""

from __future__ import annotations

from dataclasses import replace

from miner.claims import Extraction, Paper
from miner.document import Reference, work_key
from miner.literature.records import Literature


def identified(extraction: Extraction, known: Literature) -> Extraction:
    """The extraction with the DOIs of its references, and its own, where they were found.

    A preprint gets the DOI of the published version.
    """
    dois = {entry: known.doi(entry) for entry in {reference.key for reference in extraction.references}}
    groups: dict[int, str] = {}
    for reference in extraction.references:
        first = reference.same_as or reference.number
        groups[first] = groups.get(first) or dois[reference.key]
    references = tuple(_with_doi(r, groups[r.same_as or r.number]) for r in extraction.references)
    return replace(extraction, paper=_identified(extraction.paper, known), references=references)


def _with_doi(reference: Reference, doi: str) -> Reference:
    return replace(reference, doi=doi) if doi and doi != reference.doi.lower() else reference


def _identified(paper: Paper, known: Literature) -> Paper:
    doi = known.doi_of_file(paper.sha256) or known.doi(paper.key)
    return replace(paper, doi=doi, key=work_key(doi, "", None, "")) if doi and doi != paper.doi.lower() else paper
