import subprocess
import sys

import pytest

from miner.errors import ReadError
from miner.readers import worker
from miner.readers.worker import read_apart


def test_a_hostile_file_ends_the_worker_only(tmp_path):
    path = tmp_path / "junk.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    with pytest.raises(ReadError, match="damaged"):
        read_apart(path)


@pytest.mark.parametrize(
    ("script", "reason", "detail"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "damaged", ""),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "too large", "it took more than 60 seconds"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too large", "it needs too much memory"),
        ("raise MemoryError", "too large", "it needs too much memory"),
    ],
)
def test_why_a_worker_died(tmp_path, script, reason, detail):
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    error = worker._died(done.returncode, done.stderr, tmp_path / "a.pdf")
    assert (error.reason, error.detail) == (reason, detail)


def test_a_readable_file(review):
    document = read_apart(review / "pdf" / "h1_rotate90_and_cropbox_offset.pdf")
    assert document.pages == 4
    assert all(0 <= box.x0 < box.x1 <= 900 for block in document.blocks for box in block.text.boxes)
