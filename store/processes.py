"""Who is working here, and whether the process that was typing a draft still lives."""

import getpass
import os
from pathlib import Path


def user() -> str:
    """The analyst's name: CASEDESK_USER, else the one the machine knows."""
    try:
        return os.environ.get("CASEDESK_USER") or getpass.getuser()
    except (KeyError, OSError):  # a container may run a number that has no name
        return f"user{os.getuid()}"


def here() -> str:
    """A name for this process that no other gets, also not after a restart of the machine."""
    return f"{_boot()} {os.getpid()} {_started(os.getpid())}"


def is_alive(name: str) -> bool:
    """Whether the process of that name runs; one on another machine is taken to."""
    boot, _, rest = name.partition(" ")
    if boot != _boot():
        return bool(boot) and boot.partition("/")[0] != _host()
    pid, _, started = rest.partition(" ")
    return _started(int(pid)) == started != ""


def _host() -> str:
    return os.uname().nodename.replace(" ", "-")


def _boot() -> str:
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        boot = ""
    return f"{_host()}/{boot}"


def _started(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return "" if Path("/proc/self").exists() else _answers(pid)


def _answers(pid: int) -> str:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except PermissionError:
        return "running"
    return "running"
