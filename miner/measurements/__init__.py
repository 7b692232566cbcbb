"""What a document measured: quantities, the properties they are of, their conditions, and whose they are."""

from miner.measurements.prose import measurements

__all__ = ["measurements"]
