"""Documents and extractions as JSON: what `read` and `extract` print, and what the claim library keeps.

An extraction's JSON has the keys of the gold annotations (`measurements`, `has_problem`, `mitigations`,
`named_studies`, `references`). What the paper denies and what it states without a number are claims too, but stand
apart, in `set_aside`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, Field, asdict, fields
from typing import Any

from miner.claims import Claim, Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper
from miner.document import Block, Box, Defect, Document, Reference, Table, Text
from miner.sentences import split

Json = dict[str, Any]
_KINDS: dict[str, type[Claim]] = {"measurements": Measurement, "has_problem": HasProblem, "mitigations": Mitigation}


def document_json(document: Document) -> Json:
    """The document as `anodegraph read FILE --json` prints it; text has its scripts as `<sub>` and `<sup>`."""
    head = {
        f: getattr(document, f) for f in ("title", "authors", "year", "doi", "journal", "format", "sha256", "pages")
    }
    return head | {
        "blocks": [_block_json(block) for block in document.blocks],
        "tables": [_table_json(table) for table in document.tables],
        "figures": [
            {"label": f.label, "caption": f.caption.markup, **_place(f.caption.boxes)} for f in document.figures
        ],
        "references": [_full(reference) for reference in document.references],
        "defects": [_full(defect) for defect in document.defects],
    }


def extraction_json(extraction: Extraction) -> Json:
    """The extraction as `anodegraph extract FILE --json` prints it and as the claim library keeps it."""
    lists: dict[str, list[Json]] = {name: [] for name in _KINDS}
    aside: dict[str, list[Json]] = {name: [] for name in _KINDS}
    for name in _KINDS:
        for claim in getattr(extraction, name):
            (aside if _is_aside(claim) else lists)[name].append(_claim_json(claim))
    return {
        "document": extraction.paper.title or extraction.paper.source,
        "paper": _full(extraction.paper),
        **lists,
        "set_aside": {name: claims for name, claims in aside.items() if claims},
        "named_studies": list(extraction.named_studies),
        "references": {
            "count": len(extraction.references),
            "entries": [_reference_json(reference) for reference in extraction.references],
        },
        "defects": [_full(defect) for defect in extraction.defects],
    }


def extraction_from_json(data: Json) -> Extraction:
    """The extraction that `extraction_json` wrote; claims that were set aside are among the others again."""
    aside = data.get("set_aside", {})
    claims = {
        name: tuple(_claim(kind, item) for item in (*data[name], *aside.get(name, ()))) for name, kind in _KINDS.items()
    }
    return Extraction(
        paper=_build(Paper, data["paper"]),
        named_studies=tuple(data["named_studies"]),
        references=tuple(_build(Reference, {**entry, "number": entry["n"]}) for entry in data["references"]["entries"]),
        defects=tuple(_build(Defect, defect) for defect in data["defects"]),
        **claims,  # pyright: ignore[reportArgumentType]
    )


def _is_aside(claim: Claim) -> bool:
    return claim.denied or (isinstance(claim, Measurement) and claim.value is None)


def _claim_json(claim: Claim) -> Json:
    body = {f.name: getattr(claim, f.name) for f in fields(claim) if _is_shown(f, getattr(claim, f.name))}
    if isinstance(claim, Mitigation):
        body["anode"] = claim.anode  # null says "anodes in general"
    return {"id": claim.id, **body, "cites": list(claim.cites), "evidence": evidence_json(claim.evidence)}


def _is_shown(field: Field[Any], value: object) -> bool:
    """What is required is shown, and what differs from its default; evidence and citations have their own form."""
    is_required = field.default is MISSING and field.default_factory is MISSING
    always = is_required or field.name == "attribution"
    return field.name not in ("evidence", "cites") and (always or not (_is_empty(value) or value == field.default))


def _is_empty(value: object) -> bool:
    """Nothing, or False; zero is a number."""
    return not value and (isinstance(value, bool) or not isinstance(value, int | float))


def _claim(kind: type[Claim], item: Json) -> Claim:
    place = item["evidence"]
    boxes = tuple(Box(*box) for box in place.get("boxes") or ())
    aside = (place.get("context", ""), place.get("confidence", 1.0))
    evidence = Evidence(place["sentence"], place["section"], place["page"], boxes, *aside)
    return _build(kind, {**item, "evidence": evidence})


def evidence_json(evidence: Evidence) -> Json:
    """Where a claim stands, as docs/claims.md describes it."""
    context = {"context": evidence.context} if evidence.context else {}
    head = {"sentence": evidence.sentence, "section": evidence.section, **_place(evidence.boxes)}
    return head | context | _sure(evidence.confidence)


def _sure(confidence: float) -> Json:
    """The confidence of OCR, where there was any."""
    return {"confidence": confidence} if confidence < 1 else {}


def _place(boxes: Iterable[Box]) -> Json:
    """`page`, `bbox` (around what stands on that page) and `boxes` (one a line, each with its page)."""
    boxes = tuple(boxes)
    if not boxes:
        return {"page": None, "bbox": None, "boxes": None}
    first = [box for box in boxes if box.page == boxes[0].page]
    bbox = [min(b.x0 for b in first), min(b.y0 for b in first), max(b.x1 for b in first), max(b.y1 for b in first)]
    return {"page": boxes[0].page, "bbox": bbox, "boxes": [[b.page, b.x0, b.y0, b.x1, b.y1] for b in boxes]}


def _block_json(block: Block) -> Json:
    level = {"level": block.level} if block.level else {}
    parts = [_sentence_json(text) for text in split(block.text)] if block.kind in ("paragraph", "caption") else []
    sentences = {"sentences": parts} if parts else {}
    head = {"kind": block.kind, **_place(block.text.boxes), "text": block.text.markup, "section": block.section}
    return head | level | _sure(block.text.confidence) | sentences


def _sentence_json(text: Text) -> Json:
    cites = [{"text": text.text[c.start : c.end], "numbers": c.numbers, "named": c.named} for c in text.citations]
    return (
        {"text": text.markup, **_place(text.boxes)} | _sure(text.confidence) | ({"citations": cites} if cites else {})
    )


def _table_json(table: Table) -> Json:
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    return {
        "label": table.label,
        "caption": table.caption.markup,
        "header": [cell.markup for cell in table.header],
        "rows": [[cell.markup for cell in row] for row in table.rows],
        "notes": table.notes.markup,
        **_place([box for cell in cells for box in cell.boxes]),
    }


def _reference_json(reference: Reference) -> Json:
    entry = {"n" if key == "number" else key: value for key, value in _full(reference).items()}
    return entry | ({"first_page": reference.first_page} if reference.pages else {})


def _full(item: object) -> Json:
    """A data class as a dictionary, without what is empty."""
    return {key: value for key, value in asdict(item).items() if not _is_empty(value)}  # pyright: ignore[reportArgumentType]


def _build(kind: type, data: Json) -> Any:
    """A data class out of its dictionary; lists become tuples again, other keys are passed over."""
    names = {f.name for f in fields(kind)}
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k in names})
