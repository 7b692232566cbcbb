"""The claims of a paper as a table, for notebooks."""

from __future__ import annotations

import pandas as pd

from miner.claims import Extraction
from miner.jsonform import extraction_json


def frame(extraction: Extraction) -> pd.DataFrame:
    """One row a claim, in the order of the paper; `kind` says which, and the evidence's keys are columns too.

    Claims that are denied or have no number are among them.
    """
    data = extraction_json(extraction)
    rows = [
        {"kind": kind, **{k: v for k, v in claim.items() if k != "evidence"}, **claim["evidence"]}
        for claims in (data, data["set_aside"])
        for kind in ("measurements", "has_problem", "mitigations")
        for claim in claims.get(kind, ())
    ]
    return pd.DataFrame(rows)
