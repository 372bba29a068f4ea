"""Streamlit's secrets, read so that no slip in their file stops a page.

Leans on: `_parse_file_path` of `Secrets`, which reads a file, and whose
`StreamlitSecretNotFoundError` it takes as no secrets at all.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.secrets import Secrets

LOG = logging.getLogger(__name__)
SECTIONS = ("auth", "staff")
Found = tuple[Mapping[str, Any], bool]
Read = Callable[[Secrets, str], Found]


def secrets_without_slips() -> None:
    """From now on a file of secrets that cannot be read gives none: then nobody is staff."""
    read = Secrets._parse_file_path
    if not hasattr(read, "__wrapped__"):
        Secrets._parse_file_path = _careful(read)  # type: ignore[assignment, method-assign]


def _careful(read: Read) -> Read:
    """Reads a file in the same way; where it cannot be read the log says so once."""
    said: set[tuple[str, str]] = set()

    @wraps(read)
    def careful(secrets: Secrets, path: str) -> Found:
        try:
            found = _read(read, secrets, path)
        except (OSError, ValueError, RecursionError) as error:
            why = os.path.basename(path), type(error.__cause__ or error).__name__
            if why not in said:
                LOG.error("%s cannot be read, so nobody is staff: %s. Correct it.", *why)
            said.add(why)
            raise StreamlitSecretNotFoundError(why[0]) from None
        said.clear()
        return found

    return careful


def _read(read: Read, secrets: Secrets, path: str) -> Found:
    if path.endswith(".toml") and os.path.lexists(path) and not os.path.isfile(path):
        raise ValueError("It is no file.")  # a pipe would let every page wait
    told, is_found = read(secrets, path)
    if not all(isinstance(told.get(name, {}), Mapping) for name in SECTIONS):
        raise ValueError("A section is no table.")
    return told, is_found
