"""Which materials a text names, by all the names that the paper and the vocabulary give them."""

from miner.materials.mentions import MaterialMention, Materials

__all__ = ["MaterialMention", "Materials"]
