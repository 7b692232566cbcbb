import random

from fuzz_reader import SAMPLES, mutate, outcomes


def test_mutations_are_told_by_their_seed():
    content = SAMPLES[0].read_bytes()
    assert mutate(content, random.Random(7)) == mutate(content, random.Random(7)) != content


def test_mutated_files_are_read_or_refused():  # `make fuzz` is the long form
    found = outcomes(range(12), SAMPLES)
    assert found.total() == 12
    assert found["document"] > 2
    assert not [name for name in found if name.startswith("TRACEBACK")]
