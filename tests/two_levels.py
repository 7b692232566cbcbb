"""A made-up review and the three primary papers that it cites, with what the services say of them."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import yaml
from literature_server import Server, crossref_item

PAPERS = Path(__file__).parents[1] / "corpus" / "papers"

TITLES = {
    "silicon": "Hollow silicon spheres in a carbon shell for lithium-ion anodes",
    "tin": "Tin particles in nitrogen-doped carbon as anodes for sodium-ion batteries",
    "garnet": "Germanium interlayers between lithium metal anodes and a garnet electrolyte",
    "closed": "A closed study of antimony anodes for potassium-ion batteries",
}
AUTHORS = {"silicon": "Alder", "tin": "Birch", "garnet": "Cedar", "closed": "Elm"}
DOIS = {name: f"10.9999/{name}.1" for name in TITLES}
SECOND = "Carbon shells around alloying particles in battery anodes"

REVIEW = """# Remedies for alloying anodes: a short review

A. Reviewer

## 1. Introduction

Silicon anodes suffer from volume change. Hollow silicon spheres in a carbon shell delivered a reversible capacity of
2725 mAh/g [1]. Tin particles in carbon delivered a reversible capacity of 640 mAh/g at 0.1 A/g [2]. The carbon shell
relieves the volume change of silicon anodes [1]. A germanium interlayer lowered the interfacial resistance of lithium
metal anodes to 115 ohm cm2 [3]. Antimony anodes were studied as well [4], and others [5].

## References

[1] A. Alder, B. Ash, Hollow silicon spheres in a carbon shell for lithium-ion anodes,
J. Made-up Chem. 11 (2015) 101-109.
[2] C. Birch, D. Beech, Tin particles in nitrogen-doped carbon as anodes for sodium-ion batteries,
J. Made-up Chem. 12 (2016) 201-209.
[3] E. Cedar, F. Cypress, Germanium interlayers between lithium metal anodes and a garnet electrolyte,
J. Made-up Chem. 13 (2017) 301-309.
[4] G. Elm, H. Fir, A closed study of antimony anodes for potassium-ion batteries, J. Made-up Chem. 14 (2018) 401-409.
[5] I. Nobody, A study that no service knows of at all in any way, J. Made-up Chem. 15 (2019) 501-509.
"""

ARTICLES = {
    "silicon": """Silicon anodes suffer from volume change during cycling. Herein, hollow silicon spheres in a carbon
        shell are made. The hollow silicon spheres in the carbon shell delivered a reversible capacity of 2725 mAh/g at
        C/10. The carbon shell relieves the volume change of the silicon anode.""",
    "tin": """Herein, tin particles in nitrogen-doped carbon are made. The tin particles in carbon delivered a
        reversible capacity of 460 mAh/g at 0.1 A/g.""",
    "garnet": """Herein, a germanium interlayer is put between lithium metal anodes and a garnet. The germanium
        interlayer lowered the interfacial resistance of the lithium metal anode to 115 ohm cm2.""",
    "closed": "Herein, antimony anodes are made. The antimony anode delivered a capacity of 500 mAh/g.",
}


def jats(name: str, references: str = "") -> bytes:
    """An article as JATS."""
    refs = f"<back><ref-list>{references}</ref-list></back>" if references else ""
    return f"""<?xml version="1.0"?><article><front><article-meta>
    <article-id pub-id-type="doi">{DOIS[name]}</article-id>
    <title-group><article-title>{TITLES[name]}</article-title></title-group>
    <contrib-group><contrib contrib-type="author"><name><surname>{AUTHORS[name]}</surname><given-names>A</given-names>
    </name></contrib></contrib-group></article-meta></front>
    <body><sec><title>Results</title><p>{ARTICLES[name]}</p></sec></body>{refs}</article>""".encode()


def pdf(name: str, path: Path) -> None:
    """An article typeset as the sample papers are, on which no DOI is printed."""
    paper = {
        "title": TITLES[name],
        "authors": [f"A. {AUTHORS[name]}"],
        "note": "A made-up article, 2016",
        "running_head": TITLES[name],
        "citations": "brackets",
        "keywords": ["anodes"],
        "abstract": "This article is made up for a test of how papers are followed to the papers that they cite.",
        "floats": {},
        "body": f"# 1. Introduction\n\nAnodes are at work in every cell [@an2016].\n\n# 2. Results\n\n{ARTICLES[name]}",
    }
    source = path.with_suffix(".yaml")
    source.write_text(yaml.safe_dump(paper))
    _typeset(source, path)
    source.unlink()


def _typeset(source: Path, target: Path) -> None:
    """By corpus/papers/typeset.py, under another name: tests have a `typeset` of their own."""
    sys.path.insert(0, str(PAPERS))
    try:
        spec = spec_from_file_location("typeset_of_papers", PAPERS / "typeset.py")
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(PAPERS))
    module.typeset(source, target)


def load(server: Server, folder: Path) -> None:
    """Let the server know the works, with a JATS at Europe PMC, a PDF by OpenAlex and one by Unpaywall."""
    for number, (name, title) in enumerate(TITLES.items()):
        second = ("Ash", "Beech", "Cypress", "Fir")[number]
        place = (str(11 + number), f"{number + 1}01-{number + 1}09")
        server.crossref.append(
            crossref_item(
                DOIS[name], title, [AUTHORS[name], second], 2015 + number, "Journal of Made-up Chemistry", *place
            )
        )
    server.europepmc[DOIS["silicon"]] = {
        "doi": DOIS["silicon"],
        "pmcid": "PMC1",
        "isOpenAccess": "Y",
        "license": "cc by",
    }
    server.texts["PMC1"] = jats(
        "silicon", f"<ref><mixed-citation>J. Deep, {SECOND}, J. Made-up Chem. 9 (2013) 9.</mixed-citation></ref>"
    )
    for name in ("tin", "garnet"):
        pdf(name, folder / f"{name}.pdf")
        server.files[f"{name}.pdf"] = ("application/pdf", (folder / f"{name}.pdf").read_bytes())
    copy = {"is_oa": True, "pdf_url": f"{server.url}/files/tin.pdf", "license": "cc-by", "version": "publishedVersion"}
    server.openalex.append({"doi": f"https://doi.org/{DOIS['tin']}", "title": TITLES["tin"], "locations": [copy]})
    server.unpaywall[DOIS["garnet"]] = {
        "best_oa_location": {
            "url_for_pdf": f"{server.url}/files/garnet.pdf",
            "license": "cc-by",
            "version": "acceptedVersion",
        }
    }
