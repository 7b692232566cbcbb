"""ChemDataExtractor's sentence parsers for the properties of `corpus/vocabulary/second_reader.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from operator import mul, or_
from typing import Any

from miner.second_reader.package import module
from miner.vocabulary import entries

# Where the package keeps its dimensions and units.
_HOMES = {
    "current": ["Ampere", "ElectricalCurrent"],
    "time": ["Hour", "Time"],
    "mass": ["Gram", "Mass"],
    "length": ["Meter", "Length"],
    "ratio": ["Percent", "Ratio"],
    "electric_potential": ["Volt", "ElectricPotential"],
    "power": ["Watt", "Power"],
    "energy": ["ElectronVolt", "Energy"],
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that was read: one number, or the two ends of a range, in `unit`; `material` as it was named."""

    values: tuple[float, ...]
    unit: str
    material: str
    parser: str


def properties() -> frozenset[str]:
    """The properties that can be read."""
    return frozenset(entry["property"] for entry in entries("second_reader"))


def read(sentence: str, property_: str) -> Iterator[Reading]:
    """What the parsers read of a property in a sentence, the fast parser first; each is run only when asked for."""
    words = set(_entry(property_)["words"])
    if words.isdisjoint(re.findall(r"\w+", sentence)) and words.isdisjoint(re.findall(r"\w+", sentence.lower())):
        return  # no record without a word that names the property: the parsers would only take their time
    tokens = _tokens(sentence)
    for parser in _parsers(property_):
        for record in parser.parse_sentence(tokens):
            reading = _reading(record, property_)
            if reading:
                yield reading


def cleaned(sentence: str) -> str:
    """The sentence as the parsers like it: plain signs, units with a stroke, no brackets of citations."""
    text = sentence.translate(str.maketrans({"−": "-", "–": "-", "‐": "-", "μ": "µ", "∼": "~", "\u00a0": " "}))
    text = re.sub(r"\s?\[\d+(?:\s?[,-]\s?\d+)*\]", "", text)
    text = re.sub(r"\bmA ?h\b", "mAh", text)
    text = re.sub(r"(?<=[A-Za-zµΩ])\s?(g|kg|h|s)-1(?!\d)", r"/\1", text)
    return re.sub(r"(?<=[A-Za-zµΩ])\s?cm-([23])(?!\d)", r"/cm\1", text)


def _tokens(sentence: str) -> Any:
    tag, nlp = module("nlp.tag"), module("nlp.tokenize")
    return module("doc.text").Sentence(
        cleaned(sentence),
        word_tokenizer=nlp.ChemWordTokenizer(),
        lexicon=module("nlp.lexicon").Lexicon(),
        subsentence_extractor=module("nlp.subsentence").NoneSubsentenceExtractor(),
        taggers=[tag.NoneTagger(tag_type=kind) for kind in (tag.NER_TAG_TYPE, tag.POS_TAG_TYPE)],
    )


def _reading(record: Any, property_: str) -> Reading | None:
    if not getattr(record, "value", None) or not record.units:
        return None
    values = tuple(round(float(value), 9) for value in record.convert_to(_unit(property_)).value)
    material = " ".join(record.compound.names or []) if record.compound else ""
    return Reading(values, _entry(property_)["unit"], material, record.record_method)


def _entry(property_: str) -> dict[str, Any]:
    return next(entry for entry in entries("second_reader") if entry["property"] == property_)


@cache
def _parsers(property_: str) -> list[Any]:
    """The parsers of a property. Building their grammar is what takes their time: it is kept."""
    auto, template = module("parse.auto"), module("parse.template")
    kinds = (
        auto.AutoSentenceParser,
        template.QuantityModelTemplateParser,
        template.MultiQuantityModelTemplateParser,
    )
    parsers = []
    for kind in kinds:
        root = cached_property(kind.root.fget)
        root.__set_name__(kind, "root")
        parser = type(kind.__name__, (kind,), {"root": root})()
        parser.model = _model(property_)
        parsers.append(parser)
    return parsers


@cache
def _model(property_: str) -> Any:
    entry = _entry(property_)
    elements, join = module("parse.elements"), module("parse.actions").join
    base, units = module("model.base"), module("model.units.quantity_model")
    words = reduce(or_, [elements.I(word) for word in entry["words"]]).add_action(join)
    fields = {
        "dimensions": reduce(mul, [_class(factor[1])() ** float(factor[2]) for factor in entry["factors"]]),
        "specifier": base.StringType(parse_expression=words, required=True, contextual=False, updatable=False),
        "compound": base.ModelType(module("model.model").Compound, required=False, contextual=True),
    }
    return type(property_, (units.QuantityModel,), fields)


@cache
def _unit(property_: str) -> Any:
    factors = _entry(property_)["factors"]
    return reduce(mul, [_class(name)(magnitude=float(ten)) ** float(power) for name, _, power, ten in factors])


def _class(name: str) -> Any:
    home = next(home for home, names in _HOMES.items() if name in names)
    return getattr(module(f"model.units.{home}"), name)
