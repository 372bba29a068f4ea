"""Our scripts as a browser gets them: ES modules put together as one script, with no tool but this.

A module is written with `import { a, b as c } from "./other.js";`, `export` before what it
declares, and `export { a } from "./other.js";`. Nothing else of the syntax of modules is known
here; what is not known is an error that says where it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
EXPORT_FROM = re.compile(r'^export \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:const|let|class|function|async function) (\w+))", re.MULTILINE)
DEFAULT = re.compile(r"^export default\b", re.MULTILINE)
UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
# Streamlit passes bytes on as they are; the entry of a component is told what they say.
TOLD = """
export default ({ data, ...given }) =>
  component({ ...given, data: data && JSON.parse(new TextDecoder().decode(data)) });
"""
# A reader of the page needs none of them, and they are a third of all.
COMMENT = re.compile(r"^[ ]*/\*.*?\*/\n", re.MULTILINE | re.DOTALL)


class ScriptError(ValueError):
    """A module that cannot be put together with the others: file, line and remedy."""


@lru_cache(maxsize=64)
def page_script(static: Path, entry: str, name: str) -> str:
    """A classic script that sets `window.<name>` to what a module of `static` exports."""
    modules = _Modules(static)
    variable = modules.variable((static / entry).resolve())
    return f'(() => {{\n"use strict";\n{modules.text}window.{name} = {variable};\n}})();\n'


@lru_cache(maxsize=64)
def component_script(static: Path, entry: str) -> str:
    """A script whose default export tells its entry what a page says, as JSON in bytes."""
    modules = _Modules(static)
    code = modules.code((static / entry).resolve())
    if not DEFAULT.search(code):
        raise ScriptError(f"{entry}:1  there is no `export default`. A component needs one.")
    return modules.text + DEFAULT.sub("const component =", code) + TOLD


class _Modules:
    """The modules that were asked for so far, each after those that it imports."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._exports: dict[Path, set[str]] = {}
        self._under_way: list[Path] = []
        self.text = ""

    def variable(self, path: Path) -> str:
        """The variable that holds what a module exports; its text is added at the first time."""
        if path not in self._exports:
            code = self.code(path)
            if DEFAULT.search(code):
                raise self._error(path, 1, "`export default` is for the entry of a component.")
            names = self._exports[path]
            self.text += f"const {self._name(path)} = (() => {{\n{code}"
            self.text += f"return {{ {', '.join(sorted(names))} }};\n}})();\n"
        return self._name(path)

    def code(self, path: Path) -> str:
        """The text of a module without the syntax of modules but for a default export."""
        text = path.read_text(encoding="utf-8")
        self._under_way.append(path)
        names: set[str] = set()
        code = IMPORT.sub(lambda found: self._imported(path, text, found), text)
        code = EXPORT_FROM.sub(lambda found: self._passed_on(path, text, found, names), code)
        names |= {found[2] for found in EXPORT.finditer(code)}
        code = EXPORT.sub(r"\1", code)
        for found in UNKNOWN.finditer(code):
            if not DEFAULT.match(found[0]):
                line = text.splitlines().index(found[0]) + 1
                raise self._error(path, line, f"`{found[0]}` is not a form that is known here.")
        self._under_way.pop()
        self._exports[path] = names
        return COMMENT.sub("", code)

    def _imported(self, path: Path, text: str, found: re.Match[str]) -> str:
        names, variable = self._from(path, text, found)
        parts = (f"{name}: {own}" if own != name else name for name, own in names)
        return f"const {{ {', '.join(parts)} }} = {variable};\n"

    def _passed_on(self, path: Path, text: str, found: re.Match[str], exported: set[str]) -> str:
        exported |= {own for _name, own in self._from(path, text, found)[0]}
        return self._imported(path, text, found)

    def _from(
        self, path: Path, text: str, found: re.Match[str]
    ) -> tuple[list[tuple[str, str]], str]:
        """The names that an import takes, each with the name that it has here, and the variable."""
        line = text[: text.index(found[0])].count("\n") + 1
        other = (path.parent / found[2]).resolve()
        if not other.is_file():
            raise self._error(path, line, f"there is no {found[2]}.")
        if other in self._under_way:
            raise self._error(path, line, f"{found[2]} imports this module itself: a circle.")
        variable = self.variable(other)
        names = [_named(part) for part in found[1].split(",") if part.strip()]
        for name, _own in names:
            if name not in self._exports[other]:
                raise self._error(path, line, f"{found[2]} exports no `{name}`.")
        return names, variable

    def _name(self, path: Path) -> str:
        return "$" + re.sub(r"\W", "_", self._within(path).removesuffix(".js"))

    def _within(self, path: Path) -> str:
        return path.resolve().relative_to(self._root.resolve()).as_posix()

    def _error(self, path: Path, line: int, words: str) -> ScriptError:
        return ScriptError(f"{self._within(path)}:{line}  {words}")


def _named(part: str) -> tuple[str, str]:
    """A name that a module exports, and the one that an import gives it."""
    name, _as, own = part.strip().partition(" as ")
    return name, own or name
