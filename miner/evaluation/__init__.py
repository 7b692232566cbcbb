"""Extractions against gold annotations: precision, recall and F1 of each part, by document and pooled."""

from miner.evaluation.golds import Row, calibrations, evaluate, pooled, table
from miner.evaluation.judged import people, priors_text
from miner.evaluation.scores import Report, score

__all__ = ["Report", "Row", "calibrations", "evaluate", "people", "pooled", "priors_text", "score", "table"]
