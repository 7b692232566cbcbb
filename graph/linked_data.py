"""The graph as linked data: JSON-LD, with W3C PROV-O for what a statement is derived from.

A claim is a prov:Entity that was quoted from its evidence (prov:wasQuotedFrom), which is part of its paper; the works
that it is attributed to are its primary sources (prov:hadPrimarySource). A document that was read is an entity, and
the reading of it a prov:Activity of the version of AnodeGraph that did it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.contents import LinkRecord, NodeRecord
from graph.schema import schema

NAMESPACE = "https://w3id.org/anodegraph/"
_CONTEXT = {
    "@vocab": NAMESPACE + "schema#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "title": "dcterms:title",
    "SUPPORTED_BY": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "STANDS_IN": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "ATTRIBUTED_TO": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "LISTS": {"@id": "dcterms:references", "@type": "@id"},
    "READS": {"@id": "prov:specializationOf", "@type": "@id"},
}
_ENTITIES = {"Claim", "Evidence", "Paper", "Document", "Statement", "Finding"}


def write_jsonld(target: Path, found: list[NodeRecord], joined: list[LinkRecord]) -> None:
    """Write one object a node; a relationship that says more than that it is there has an object of its own, too."""
    leads: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link in joined:
        ends = leads[link.start][link.type]
        ends += [_iri(link.end)] * (_iri(link.end) not in ends)
    objects = [_node(node, leads[node.id]) for node in found]
    objects += [_link(number, link) for number, link in enumerate(joined) if link.properties]
    objects += _readings(found)
    types = {one.type for one in schema().relationships} - _CONTEXT.keys()
    context = {**_CONTEXT, **{type_: {"@type": "@id"} for type_ in sorted(types)}}
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"@context": context, "@graph": objects}, ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def _iri(node: str) -> str:
    label, key = node.split(":", 1)
    return f"{NAMESPACE}{label}/{quote(key, safe='')}"


def _node(node: NodeRecord, leads: dict[str, list[str]]) -> dict[str, Any]:
    entity = ["prov:Entity"] if node.labels[0] in _ENTITIES else []
    return {"@id": _iri(node.id), "@type": [*node.labels, *entity], **node.properties, **leads}


def _link(number: int, link: LinkRecord) -> dict[str, Any]:
    ends = {"from": {"@id": _iri(link.start)}, "to": {"@id": _iri(link.end)}}
    return {"@id": f"_:r{number}", "@type": f"{link.type}_Relationship", **ends, **link.properties}


def _readings(found: list[NodeRecord]) -> list[dict[str, Any]]:
    """The reading of each document, by which its claims came to be, and the software that did it."""
    objects: list[dict[str, Any]] = []
    for node in found:
        if node.labels[0] == "Document":
            software = quote(node.properties.get("made_by", "unknown"), safe="")
            by, of = {"@id": f"{NAMESPACE}software/{software}"}, {"@id": _iri(node.id)}
            reading = f"{NAMESPACE}reading/{node.properties['sha256']}"
            objects.append({**by, "@type": "prov:SoftwareAgent"})
            objects.append({"@id": reading, "@type": "prov:Activity", "prov:wasAssociatedWith": by, "prov:used": of})
        elif node.labels[0] == "Claim":
            reading = f"{NAMESPACE}reading/{node.properties['document']}"
            objects.append({"@id": _iri(node.id), "prov:wasGeneratedBy": {"@id": reading}})
    return objects
