"""Which problems anodes have, and which strategies relieve them."""

from miner.problems.mitigations import mitigations
from miner.problems.problems import problems

__all__ = ["mitigations", "problems"]
