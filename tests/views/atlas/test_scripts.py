"""Modules become one script that does what they do; what cannot be put together says where."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from views.atlas.assets import STATIC
from views.atlas.scripts import ScriptError, component_script, page_script

NODE = shutil.which("node")


def written(folder: Path, **modules: str) -> Path:
    """A folder with these modules; `__` in a name stands for a folder."""
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(script: str) -> str:
    """What a script prints, with `window` as its only surroundings."""
    if NODE is None:
        pytest.skip("node is not here")
    code = f"const window = globalThis;\n{script}"
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", code], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr


def test_a_script_of_a_page_has_what_the_entry_exports(tmp_path):
    static = written(
        tmp_path,
        room__index='import { two } from "./two.js";\n\nexport const three = two + 1;\n',
        room__two="export const two = 2;\n",
    )
    script = page_script(static, "room/index.js", "Room")
    assert run(f"{script}console.log(JSON.stringify(window.Room));") == '{"three":3}'


def test_two_modules_may_use_the_same_name_for_different_things(tmp_path):
    static = written(
        tmp_path,
        index='import { a } from "./a.js";\nimport { b as other } from "./b.js";\n\n'
        "const make = () => a() + other();\nexport function all() {\n  return make();\n}\n",
        a='const make = () => "a";\nexport const a = () => make();\n',
        b='const make = () => "b";\nexport const b = () => make();\n',
    )
    script = page_script(static, "index.js", "Both")
    assert run(f"{script}console.log(window.Both.all());") == "ab"


def test_a_module_that_two_others_import_runs_once(tmp_path):
    static = written(
        tmp_path,
        index='import { a } from "./a.js";\nimport { b } from "./b.js";\n\n'
        "export const c = [a, b];\n",
        a='import { n } from "./n.js";\n\nexport const a = n;\n',
        b='import { n } from "./n.js";\n\nexport const b = n;\n',
        n='console.log("once");\nexport const n = 1;\n',
    )
    assert run(page_script(static, "index.js", "C")) == "once"


def test_what_an_entry_passes_on_is_exported(tmp_path):
    static = written(
        tmp_path,
        index='export { first as last, second } from "./a.js";\n',
        a="export const first = 1;\nexport class Second {}\nexport const second = new Second();\n",
    )
    script = page_script(static, "index.js", "All")
    assert run(f"{script}console.log(Object.keys(window.All).join());") == "last,second"


@pytest.mark.parametrize(("data", "said"), (("[1]", "1"), (None, "nothing")))
def test_a_component_is_told_what_the_bytes_of_a_page_say_and_all_else_as_it_is(
    tmp_path, data, said
):
    static = written(
        tmp_path,
        widget='import { n } from "./n.js";\n\nexport default function ({ data, key }) {\n'
        '  return `${key} ${n} ${data ? data[0] : "nothing"}`;\n}\n',
        n="export const n = 2;\n",
    )
    script = component_script(static, "widget.js")
    assert re.findall(r"^import ", script, re.MULTILINE) == []
    given = f"new TextEncoder().encode({data!r})" if data else "null"
    script = script.replace("export default", "const told =")
    assert run(f"{script}console.log(told({{ data: {given}, key: 1 }}));") == f"1 2 {said}"


def test_comments_stay_out_and_code_beside_them_stays(tmp_path):
    static = written(
        tmp_path,
        index='/* Of this\n * module. */\nexport const a = "/* no comment */"; // of this\n',
    )
    script = page_script(static, "index.js", "A")
    assert "Of this" not in script
    assert run(f"{script}console.log(window.A.a);") == "/* no comment */"


@pytest.mark.parametrize(
    ("text", "told"),
    (
        ('\nimport { b } from "./b.js";\n', r"index\.js:2  there is no \./b\.js"),
        ('import { wrong } from "./a.js";\n', r"index\.js:1  \./a\.js exports no `wrong`"),
        ('import { round } from "./round.js";\n', r"round\.js:1  \./index\.js .* a circle"),
        ('import a from "./a.js";\n', r"index\.js:1  `import a from .* not a form"),
        ('\n\nexport * from "./a.js";\n', r"index\.js:3  `export \* from"),
        ('import { d } from "./d.js";\n', r"d\.js:1  `export default` is for the entry"),
    ),
)
def test_what_cannot_be_put_together_says_where(tmp_path, text, told):
    static = written(
        tmp_path,
        index=text,
        a="export const a = 1;\n",
        d="\nexport default function () {}\n",
        round='import { index } from "./index.js";\n\nexport const round = index;\n',
    )
    with pytest.raises(ScriptError, match=told):
        page_script(static, "index.js", "X")


def test_a_component_without_a_default_export_is_an_error(tmp_path):
    with pytest.raises(ScriptError, match=r"w\.js:1  there is no `export default`"):
        component_script(written(tmp_path, w="export const a = 1;\n"), "w.js")


@pytest.mark.parametrize("entry", ("map/index.js", "lesson/index.js", "lesson/handout.js"))
def test_a_script_for_a_page_can_run_as_no_module(entry):
    script = page_script(STATIC, entry, "Atlas")
    assert re.findall(r"^(?:import|export)\b.*", script, re.MULTILINE) == []


def test_a_widget_imports_nothing_once_it_is_put_together():
    widgets = sorted((STATIC / "widgets").glob("*.js"))
    entries = [path.name for path in widgets if "\nexport default" in path.read_text("utf-8")]
    assert len(entries) == 10
    for name in entries:
        script = component_script(STATIC, f"widgets/{name}")
        assert re.findall(r"^import\b.*", script, re.MULTILINE) == []


def test_the_scripts_of_a_lesson_bring_no_map_of_their_own():
    for entry in ("lesson/index.js", "lesson/handout.js"):
        assert "extends L." not in page_script(STATIC, entry, "Atlas")
