import pikepdf
import pytest
from printed_page import pdf

from miner.errors import ReadError
from miner.readers import read
from miner.readers.pdf.source import open_pdf


def reason(path, password=None, opens=open_pdf):
    with pytest.raises(ReadError) as caught:
        opens(path, password)
    return caught.value.reason


def test_reasons_are_told_apart(tmp_path):
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "page.pdf").write_text("<!DOCTYPE html><html></html>")
    (tmp_path / "junk.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert reason(tmp_path / "none.pdf", opens=read) == "missing"
    assert reason(tmp_path, opens=read) == "not a file"
    assert reason(tmp_path / "empty.pdf", opens=read) == "empty"
    assert reason(tmp_path / "page.pdf", opens=read) == "not a PDF"
    assert reason(tmp_path / "junk.pdf") == "damaged"


def test_a_password_opens_an_encrypted_file(tmp_path):
    with pikepdf.open(pdf(tmp_path / "open.pdf", [(50, 50, "text")])) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="secret"))
    assert reason(tmp_path / "locked.pdf") == "encrypted"
    assert reason(tmp_path / "locked.pdf", "wrong") == "encrypted"
    with open_pdf(tmp_path / "locked.pdf", "secret") as document:
        assert len(document) == 1
