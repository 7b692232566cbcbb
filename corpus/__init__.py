"""Data that ships with AnodeGraph: vocabularies, sample papers with gold, a list of open-access reviews."""
