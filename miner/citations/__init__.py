"""Citations: which references a text cites, which studies it describes by their authors, how far a description goes."""

from miner.citations.naming import named_studies
from miner.citations.resolve import resolve
from miner.citations.scope import attribute

__all__ = ["attribute", "named_studies", "resolve"]
