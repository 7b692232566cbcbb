import random

from fuzz_reader import SAMPLES, mutate, outcomes


def test_mutations_are_told_by_their_seed():
    content = SAMPLES[0].read_bytes()
    assert mutate(content, random.Random(7)) == mutate(content, random.Random(7)) != content


def test_mutated_files_are_read_or_refused():
    found = outcomes(range(60), SAMPLES)
    assert found.total() == 60
    assert found["document"] > 10
    assert not [name for name in found if name.startswith("TRACEBACK")]
