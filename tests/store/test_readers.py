"""Text files as articles, and what is refused with its reason."""

import os
from pathlib import Path

import pytest

from store.errors import ReadError
from store.readers.text import LIMIT, discover, read_text

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_seed(tmp_path: Path) -> None:
    (seed, *_) = sorted(SEEDS.glob("000_*.txt"))
    article = read_text(seed)
    assert article.text == seed.read_bytes().decode()
    assert (article.name, article.path, article.note) == (seed.name, str(seed), "")
    assert article.title.startswith("Morocco’s police aborted")


def test_a_byte_order_mark_stays_so_that_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    article = read_text(write(tmp_path, "bom.txt", b"\xef\xbb\xbfCaf\xc3\xa9 was raided."))
    assert (article.text, article.note) == ("\ufeffCafé was raided.", "")
    assert article.title == "Café was raided."


def test_what_is_not_utf_8_is_read_and_that_is_said(tmp_path: Path) -> None:
    article = read_text(write(tmp_path, "old.txt", "Málaga – “raid” €5".encode("cp1252")))
    assert article.text == "Málaga – “raid” €5"
    assert article.note == "not UTF-8; read as Windows-1252"


def test_utf_16_with_its_mark_is_read_and_that_is_said(tmp_path: Path) -> None:
    article = read_text(write(tmp_path, "wide.txt", "Málaga – ٣".encode("utf-16")))
    assert (article.text, article.note) == ("Málaga – ٣", "not UTF-8; read as UTF-16")


def test_lines_and_spaces_are_kept_as_they_are(tmp_path: Path) -> None:
    text = "  date 2020-01-01 A\r\n\r\n\tB\u00a0C \n"
    assert read_text(write(tmp_path, "a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("UTF-16 text".encode("utf-16-le"), "binary"),
        (b"\x7fELF\x02\x01\x01", "binary"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path, "x.txt", content)
    with pytest.raises(ReadError, match=reason) as error:
        read_text(path)
    assert str(path) in str(error.value)


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    path = write(tmp_path, "big.txt", b"a")
    os.truncate(path, 50 * 1024 * 1024)
    with pytest.raises(ReadError, match=r"too large for an article: 50 MB, limit 20 MB\.$"):
        read_text(path)


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    assert len(read_text(write(tmp_path, "max.txt", b"a word " * (LIMIT // 7))).text) > LIMIT - 7


def test_a_pipe_that_does_not_end_is_read_to_the_limit_only() -> None:
    with pytest.raises(ReadError, match=r"too large|binary"):
        read_text(Path("/dev/zero"))


def test_what_is_not_there_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="folder"):
        read_text(tmp_path)


def test_folders_are_searched_in_the_order_of_names(tmp_path: Path) -> None:
    names = ["b.txt", "a/2.TXT", "a/1.txt", "a/.hidden.txt", "a/picture.png", "c/notes.text"]
    for name in names:
        write(tmp_path, name, b"text")
    single = write(tmp_path / "other", "named.md", b"text")
    found = list(discover([single, tmp_path]))
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "other/named.md", "a/1.txt", "a/2.TXT", "b.txt", "c/notes.text",
    ]  # fmt: skip


def test_a_folder_without_articles_and_a_path_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, "picture.png", b"x")
    with pytest.raises(ReadError, match=r"has no articles"):
        list(discover([tmp_path]))
    with pytest.raises(ReadError, match="does not exist"):
        list(discover([tmp_path / "none"]))
