import subprocess
import sys

from conftest import not_tested

from miner.second_reader import available

SCRIPT = """
import logging, os, socket, sys
def no_network(*_): raise OSError("no network")
socket.socket.connect = no_network
from miner.second_reader.package import module
before = dict(os.environ), logging.FileHandler, logging.basicConfig
module("doc.text")
assert before == (dict(os.environ), logging.FileHandler, logging.basicConfig)
assert "tabledataextractor" not in sys.modules
"""


def test_the_import_is_quiet_and_needs_no_network(tmp_path):
    if not available():
        not_tested("second reader", "the extra cde is not installed")
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_package_is_seen(monkeypatch):
    monkeypatch.setattr("miner.second_reader.package.find_spec", lambda name: None)
    assert not available()
