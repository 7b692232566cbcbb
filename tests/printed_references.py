"""Twelve made-up works and the styles that journals typeset them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """An article; `authors` are pairs of initials ("J.-M.") and surname, `short` is the journal abbreviated."""

    authors: tuple[tuple[str, str], ...]
    title: str
    journal: str
    short: str
    year: int
    volume: str
    issue: str
    first: str
    last: str
    doi: str

    @property
    def pages(self) -> str:
        return f"{self.first}–{self.last}" if self.last else self.first


def _names(printed: str) -> tuple[tuple[str, str], ...]:
    initials, surnames = zip(*(name.split(" ", 1) for name in printed.split(", ")), strict=True)
    return tuple((i.replace("_", " "), s) for i, s in zip(initials, surnames, strict=True))


def _work(names: str, title: str, journal: str, numbers: str, doi: str) -> Work:
    name, short = journal.split(" | ")
    year, volume, issue, first, last = (part.strip() for part in numbers.split(","))
    return Work(_names(names), title, name, short, int(year), volume, issue, first, last, doi)


WORKS = (
    _work(
        "A._B. Lindqvist, K. Mori",
        "Tin oxide shells that survive a thousand cycles",
        "Journal of Power Sources | J. Power Sources",
        "2014, 258, 2, 101, 109",
        "10.1016/j.jpowsour.2014.01.001",
    ),
    _work(
        "H. Zhang, Y.-L. Chen, Q. Li, S. Wang",
        "Porous silicon: a review of binders, additives and coatings",
        "Advanced Energy Materials | Adv. Energy Mater.",
        "2018, 8, 21, 1800517, ",
        "10.1002/aenm.201800517",
    ),
    _work(
        "J. van der Berg, M._T. O’Neill, P. de la Cruz",
        "Lithium plating in Li4Ti5O12 cells at low temperature",
        "Journal of the American Chemical Society | J. Am. Chem. Soc.",
        "2009, 131, 14, 5024, 5031",
        "10.1021/ja8091234",
    ),
    _work(
        "G. Nowak",
        "What limits the rate of hard carbon?",
        "Nature Energy | Nat. Energy",
        "2020, 5, 3, 212, 219",
        "10.1038/s41560-020-0555-1",
    ),
    _work(
        "S.-H. Park, J.-K. Kim, D._W. Lee, C._S. Yoon, Y.-K. Sun, K. Amine, B. Scrosati",
        "A full cell with a tin–carbon anode and a spinel cathode",
        "Energy & Environmental Science | Energy Environ. Sci.",
        "2011, 4, 8, 2951, 2957",
        "10.1039/c1ee01388b",
    ),
    _work(
        "E. Müller, F. Çelik, L. Ångström",
        "In situ TEM of germanium nanowires during sodiation",
        "Nano Letters | Nano Lett.",
        "2016, 16, 7, 4335, 4340",
        "10.1021/acs.nanolett.6b01489",
    ),
    _work(
        "X. Wu, Z. Yu",
        "Solid electrolytes for magnesium batteries. Part II. Borohydrides",
        "Angewandte Chemie International Edition | Angew. Chem. Int. Ed.",
        "2017, 56, 30, 8812, 8816",
        "10.1002/anie.201703456",
    ),
    _work(
        "R. Fischer, T. Weber-Schmidt",
        "Dendrites in 3D: tomography of lithium metal in 1 M LiPF6",
        "Electrochimica Acta | Electrochim. Acta",
        "2015, 176, , 1357, 1364",
        "10.1016/j.electacta.2015.07.121",
    ),
    _work(
        "I. Petrov, N. Sato, V._K. Rao",
        "Machine learning of the solid electrolyte interphase from X-ray spectra",
        "npj Computational Materials | npj Comput. Mater.",
        "2021, 7, 1, 144, ",
        "10.1038/s41524-021-00601-9",
    ),
    _work(
        "W. He, U. Long, O. May",
        "Interfaces between lithium, garnet and air",
        "ACS Applied Materials & Interfaces | ACS Appl. Mater. Interfaces",
        "2019, 11, 12, 11473, 11480",
        "10.1021/acsami.8b21212",
    ),
    _work(
        "D. Rossi, A. Bianchi",
        "Ab initio study of potassium in graphite and of its diffusion",
        "Physical Review B | Phys. Rev. B",
        "2013, 87, 15, 155414, ",
        "10.1103/PhysRevB.87.155414",
    ),
    _work(
        "C. Dubois, B._A. Smith, E. Jones",
        "Recycling of spent anodes by hydrometallurgy in Europe, 2000 to 2010",
        "Journal of Materials Chemistry A | J. Mater. Chem. A",
        "2012, 1, 1, 77, 84",
        "10.1039/c2ta00077f",
    ),
)


def _inverted(work: Work, joint: str, last: str, tight: bool = False) -> str:
    names = [f"{s}, {i.replace(' ', '') if tight else i}" for i, s in work.authors]
    return _joined(names, joint, last)


def _direct(work: Work, joint: str, last: str, tight: bool = False) -> str:
    names = [f"{i.replace(' ', '') if tight else i} {s}" for i, s in work.authors]
    return _joined(names, joint, last)


def _compact(work: Work, joint: str, last: str, most: int = 99) -> str:
    names = [f"{s} {i.replace('.', '').replace(' ', '').replace('-', '')}" for i, s in work.authors]
    return joint.join(names[:most]) + ", et al" if len(names) > most else _joined(names, joint, last)


def _joined(names: Sequence[str], joint: str, last: str) -> str:
    return names[0] if len(names) == 1 else joint.join(names[:-1]) + last + names[-1]


def _stopped(title: str) -> str:
    return title if title.endswith("?") else title + "."


def _issue(work: Work, form: str) -> str:
    return form.format(work.issue) if work.issue else ""


def _apa(n: int, w: Work) -> str:
    numbers = f"{w.volume}{_issue(w, '({})')}, {w.pages}"
    names = _inverted(w, ", ", ", & ")
    return f"{names} ({w.year}). {_stopped(w.title)} {w.journal}, {numbers}. https://doi.org/{w.doi}"


def _acs(n: int, w: Work) -> str:
    numbers = f"{w.year}, {w.volume}{_issue(w, ' ({})')}, {w.pages}"
    return f"({n}) {_inverted(w, '; ', '; ')} {_stopped(w.title)} {w.short} {numbers}."


def _acs_short(n: int, w: Work) -> str:
    return f"({n}) {_inverted(w, '; ', '; ')} {w.short} {w.year}, {w.volume}, {w.pages}."


def _nature(n: int, w: Work) -> str:
    shown = f"{w.authors[0][1]}, {w.authors[0][0]} et al." if len(w.authors) > 5 else _inverted(w, ", ", " & ")
    return f"{n}. {shown} {_stopped(w.title)} {w.short} {w.volume}, {w.pages} ({w.year})."


def _rsc(n: int, w: Work) -> str:
    return f"{n} {_direct(w, ', ', ' and ')}, {w.short}, {w.year}, {w.volume}, {w.pages}."


def _rsc_titled(n: int, w: Work) -> str:
    return f"{n} {_direct(w, ', ', ' and ')}, {w.title}, {w.short}, {w.year}, {w.volume}, {w.pages}."


def _elsevier(n: int, w: Work) -> str:
    names = _direct(w, ", ", ", ", tight=True)
    return f"[{n}] {names}, {w.title}, {w.short} {w.volume} ({w.year}) {w.pages}, https://doi.org/{w.doi}."


def _elsevier_short(n: int, w: Work) -> str:
    return f"[{n}] {_direct(w, ', ', ', ', tight=True)}, {w.short} {w.volume} ({w.year}) {w.pages}."


def _elsevier_harvard(n: int, w: Work) -> str:
    names = _inverted(w, ", ", ", ", tight=True)
    return f"{names}, {w.year}. {_stopped(w.title)} {w.short} {w.volume}{_issue(w, ' ({})')}, {w.pages}."


def _wiley(n: int, w: Work) -> str:
    return f"[{n}] {_direct(w, ', ', ', ')}, {w.short} {w.year}, {w.volume}, {w.pages}."


def _mdpi(n: int, w: Work) -> str:
    names = _inverted(w, "; ", "; ", tight=True)
    return f"{n}. {names} {_stopped(w.title)} {w.short} {w.year}, {w.volume}, {w.pages}. [CrossRef] [PubMed]"


def _ieee(n: int, w: Work) -> str:
    place = f"vol. {w.volume}{_issue(w, ', no. {}')}, {'pp. ' + w.pages if w.last else 'Art. no. ' + w.first}"
    end = "" if w.title.endswith("?") else ","
    return f"[{n}] {_direct(w, ', ', ', and ')}, “{w.title}{end}” {w.short}, {place}, Mar. {w.year}, doi: {w.doi}."


def _vancouver(n: int, w: Work) -> str:
    place = f"{w.year};{w.volume}{_issue(w, '({})')}:{w.pages}"
    return f"{n}. {_compact(w, ', ', ', ', 6)}. {_stopped(w.title)} {w.short.replace('.', '')}. {place}. doi:{w.doi}"


def _frontiers(n: int, w: Work) -> str:
    place = f"{w.volume}, {w.pages}" if w.last else f"{w.volume}:{w.first}"
    names = _inverted(w, ", ", ", and ")
    return f"{names} ({w.year}). {_stopped(w.title)} {w.short} {place}. doi: {w.doi}"


def _iop(n: int, w: Work) -> str:
    names = _compact(w, ", ", " and ")
    return f"[{n}] {names} {w.year} {w.title} {w.short} {w.volume} {w.pages}"


def _iop_short(n: int, w: Work) -> str:
    return f"[{n}] {_compact(w, ', ', ' and ')} {w.year} {w.short} {w.volume} {w.pages}"


def _springer(n: int, w: Work) -> str:
    names = _compact(w, ", ", ", ")
    place = f"{w.volume}{_issue(w, '({})')}:{w.pages}"
    return f"{n}. {names} ({w.year}) {_stopped(w.title)} {w.short.replace('.', '')} {place}. https://doi.org/{w.doi}"


def _aip(n: int, w: Work) -> str:
    names = _direct(w, ", ", ", and ")
    return f"{n}{names}, “{w.title},” {w.short} {w.volume}, {w.pages} ({w.year})."


def _aip_short(n: int, w: Work) -> str:
    return f"{n} {_direct(w, ', ', ', and ')}, {w.short} {w.volume}, {w.first} ({w.year})."


def _science(n: int, w: Work) -> str:
    return f"{n}. {_direct(w, ', ', ', ')}, {_stopped(w.title)} {w.short} {w.volume}, {w.pages} ({w.year})."


def _electrochemical_society(n: int, w: Work) -> str:
    return f"{n}. {_direct(w, ', ', ', and ')}, {w.short}, {w.volume}, {w.first} ({w.year})."


def _cell(n: int, w: Work) -> str:
    names = _inverted(w, ", ", ", and ", tight=True)
    return f"{n}. {names} ({w.year}). {_stopped(w.title)} {w.short} {w.volume}, {w.pages}. {w.doi}."


# By style, how an entry is typeset, given its number and the work.
STYLES: dict[str, Callable[[int, Work], str]] = {
    "APA": _apa,
    "ACS": _acs,
    "ACS without titles": _acs_short,
    "Nature": _nature,
    "RSC": _rsc,
    "RSC with titles": _rsc_titled,
    "Elsevier": _elsevier,
    "Elsevier without titles": _elsevier_short,
    "Elsevier author-year": _elsevier_harvard,
    "Wiley": _wiley,
    "MDPI": _mdpi,
    "IEEE": _ieee,
    "Vancouver": _vancouver,
    "Frontiers": _frontiers,
    "IOP": _iop,
    "IOP without titles": _iop_short,
    "Springer": _springer,
    "AIP": _aip,
    "AIP without titles": _aip_short,
    "Science": _science,
    "ECS": _electrochemical_society,
    "Cell Press": _cell,
}
