import pytest

from miner.errors import ReadError
from miner.readers import read


@pytest.mark.parametrize(
    ("name", "content", "reason", "says"),
    [
        ("empty.pdf", b"", "empty", "is empty"),
        ("blank.txt", b" \n ", "empty", "is empty"),
        ("page.pdf", b"<!DOCTYPE html><html><body>Not found</body></html>", "not a PDF", "an HTML page"),
        ("text.pdf", b"Only some text.", "not a PDF", "a text file"),
        ("noise.pdf", b"\x8f\x00\x01 no header", "not a PDF", "other data"),
        ("page.txt", b"<html><body>Not found</body></html>", "unknown format", "is no PDF"),
        (
            "post.xml",
            b"<!DOCTYPE html><html><body><article>A post</article></body></html>",
            "unknown format",
            "is no PDF",
        ),
        ("drawing.xml", b"<svg/>", "unknown format", "is no PDF"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "unknown format", "is no PDF"),
    ],
)
def test_what_cannot_be_read_is_told_apart(tmp_path, name, content, reason, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=says) as raised:
        read(path)
    assert raised.value.reason == reason


def test_missing_files_and_folders(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.pdf")
    with pytest.raises(ReadError, match="not a readable file"):
        read(tmp_path)


def test_the_content_decides_before_the_ending(tmp_path):
    article = b"<?xml version='1.0'?><article><front><article-meta><title-group><article-title>Tin</article-title>"
    path = tmp_path / "article.txt"
    path.write_bytes(article + b"</title-group></article-meta></front></article>")
    assert (read(path).format, read(path).title) == ("jats", "Tin")


def test_text_comes_with_its_citations_resolved(tmp_path):
    path = tmp_path / "paper.md"
    path.write_text(
        "# Tin\n\nQi et al. [1] made it.\n\n## References\n\n[1] Qi, L. (2020). A layer on lithium. Small, 2, 3.\n"
    )
    document = read(path)
    assert [c.named for block in document.blocks for c in block.text.citations] == [True]


def test_text_in_an_old_encoding(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_bytes("Tin anodes\n\nThey hold 990 mAh/g at 25 °C.".encode("cp1252"))
    assert "25 °C" in read(path).blocks[1].text.text
