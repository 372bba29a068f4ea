"""The app as its own process, on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from geodata import ROOT

HOST = "127.0.0.1"
START_S = 180  # all tests of a worker fail with an app that is given up too early
STOP_S = 10
# The app asks nobody else, so a proxy that the machine may have is passed by.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Running:
    """An app that runs: its address, without a slash at its end, and the id of its process."""

    address: str
    process: int


@contextmanager
def start_app(
    env: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    words: Sequence[str] = (),
) -> Iterator[str]:
    """The address of our app, which runs while the context is open: see `run_script`."""
    with run_script(ROOT / "dashboard.py", env, options, words) as running:
        yield running.address


@contextmanager
def run_script(
    script: Path,
    env: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    words: Sequence[str] = (),
) -> Iterator[Running]:
    """A Streamlit script that runs while the context is open, with the project as its folder.

    `env` is added to the environment, to point the app at other tables for example; `options`
    are Streamlit's own, and `words` are for the script. Raises `RuntimeError` with what the app
    has printed if it is not well within `START_S`, or ends before the context does.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    usual = {"server.headless": "true", "server.address": HOST, "server.port": port}
    command += [f"--{name}={value}" for name, value in (usual | dict(options or {})).items()]
    command += ["--", *words]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as printed:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://{HOST}:{port}"
            _wait_until_well(process, address, printed)
            yield Running(address, process.pid)
            if process.poll() is not None:
                raise _failure(f"ended before its time ({process.returncode})", printed)
        finally:
            _stop(process)


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def is_well(address: str) -> bool:
    """True where a Streamlit app answers at that address that it is ready."""
    try:
        with DIRECT.open(f"{address}/_stcore/health", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _wait_until_well(process: subprocess.Popen, address: str, printed: IO[str]) -> None:
    until = time.monotonic() + START_S
    while not is_well(address):
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            if time.monotonic() < until:
                continue
        raise _failure(f"did not start at {address}", printed)


def _failure(what: str, printed: IO[str]) -> RuntimeError:
    printed.seek(0)
    return RuntimeError(f"The app {what}. It printed:\n{printed.read()}")


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
