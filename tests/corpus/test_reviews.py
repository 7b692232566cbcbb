import re
from pathlib import Path

import yaml

REVIEWS = yaml.safe_load((Path(__file__).parents[2] / "corpus" / "reviews.yaml").read_text(encoding="utf-8"))


def test_every_review_can_be_found_and_says_where_it_was_seen():
    for review in REVIEWS:
        assert set(review) == {"title", "doi", "year", "licence", "seen"}
        assert re.fullmatch(r"10\.\d{4,5}/\S+", review["doi"])
        assert 1990 <= review["year"] <= 2030
        assert review["licence"] is None or review["licence"].startswith("CC ")


def test_no_review_is_listed_twice():
    assert len({review["doi"].lower() for review in REVIEWS}) == len(REVIEWS)
