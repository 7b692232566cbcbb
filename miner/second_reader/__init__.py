"""ChemDataExtractor as a second reader of measurements: what it makes of the sentences that ours come from.

Its verdicts are records beside the claims, which are the same bytes with and without it.
"""

from miner.second_reader.agreement import verdicts
from miner.second_reader.package import available

__all__ = ["available", "verdicts"]
