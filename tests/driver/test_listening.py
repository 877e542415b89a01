"""Keys are told as they come, a lone Esc too, and listening ends when it is asked to."""

import os
import pty
import time
import tty
from collections.abc import Iterator
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from textual import events

from tui.driver.listening import Listener

if TYPE_CHECKING:
    from textual.message import Message

WAIT_S = 60.0


class Ear:
    """A listener at work on a terminal of its own."""

    def __init__(self) -> None:
        self.keyboard, self.terminal = pty.openpty()
        tty.setraw(self.terminal)
        self.heard: Queue[Message] = Queue()
        self.ended: Queue[bool] = Queue()
        self.listener = Listener(self.terminal, self.heard.put)
        self.thread = Thread(target=lambda: self.ended.put(self.listener.listen()))
        self.thread.start()

    def keys(self, count: int) -> list[str]:
        heard = [self.heard.get(timeout=WAIT_S) for _ in range(count)]
        return [event.key for event in heard if isinstance(event, events.Key)]


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    yield ear
    ear.listener.stop()
    ear.thread.join(WAIT_S)
    ear.listener.close()
    for fd in (ear.keyboard, ear.terminal):
        os.close(fd)


def test_a_lone_esc_is_told_although_nothing_follows(ear: Ear) -> None:
    os.write(ear.keyboard, b"j\x1b")
    assert ear.keys(2) == ["j", "escape"]


def test_a_sequence_is_one_key_and_a_letter_in_two_parts_is_one_letter(ear: Ear) -> None:
    os.write(ear.keyboard, b"\x1b[A")
    assert ear.keys(1) == ["up"]
    for byte in "é".encode():
        os.write(ear.keyboard, bytes([byte]))
    event = ear.heard.get(timeout=WAIT_S)
    assert isinstance(event, events.Key)
    assert event.character == "é"


@pytest.mark.parametrize(
    ("parts", "delay_s"),
    [((b"j\x1b[", b"B"), 0.01), ((b"\x1b", b"[B"), WAIT_S), ((b"k\x1b", b"[1;5", b"B"), 0.01)],
)
def test_a_sequence_that_a_slow_line_takes_apart_is_one_key(
    ear: Ear, parts: tuple[bytes, ...], delay_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An Esc alone is held back for Textual's delay, what is longer for as long as it takes."""
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", delay_s)
    monkeypatch.setattr("tui.driver.listening._COMING_S", WAIT_S)
    monkeypatch.setattr("tui.driver.listening._BEGUN_S", WAIT_S)
    for part in parts:
        os.write(ear.keyboard, part)
        time.sleep(0.1)
    keys = ear.keys(len(parts[0].rstrip(b"\x1b[")) + 1)
    assert keys[-1] in ("down", "ctrl+down")


def test_an_esc_that_comes_alone_waits_no_longer_than_it_must(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.005)
    monkeypatch.setattr("tui.driver.listening._COMING_S", WAIT_S)
    monkeypatch.setattr("tui.driver.listening._BEGUN_S", WAIT_S)
    waits = []
    for _ in range(5):
        began = time.perf_counter()
        os.write(ear.keyboard, b"\x1b")
        assert ear.keys(1) == ["escape"]
        waits.append(time.perf_counter() - began)
    assert min(waits) < WAIT_S / 2


def test_bytes_that_are_no_text_end_nothing(ear: Ear) -> None:
    os.write(ear.keyboard, b"\xff\xfe")
    os.write(ear.keyboard, b"j")
    assert ear.keys(3)[-1] == "j"


def test_it_ends_when_asked_with_no_key_pressed(ear: Ear) -> None:
    ear.listener.stop()
    assert ear.ended.get(timeout=WAIT_S) is True


def test_a_terminal_that_goes_is_told() -> None:
    ear = Ear()
    os.close(ear.keyboard)
    assert ear.ended.get(timeout=WAIT_S) is False
    ear.thread.join(WAIT_S)
    ear.listener.close()
    os.close(ear.terminal)
