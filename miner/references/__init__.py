"""Reference lists: printed entries become `Reference`s with authors, title, journal, year, volume, pages and DOI."""

from miner.references.duplicates import mark_duplicates
from miner.references.listing import parse_list, with_parts

__all__ = ["mark_duplicates", "parse_list", "with_parts"]
