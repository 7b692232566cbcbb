"""Extractions against gold annotations: precision, recall and F1 of each part, by document and pooled."""

from miner.evaluation.golds import Row, evaluate, pooled, table
from miner.evaluation.scores import Report, score

__all__ = ["Report", "Row", "evaluate", "pooled", "score", "table"]
