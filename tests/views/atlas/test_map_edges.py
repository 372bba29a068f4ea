"""The map and its scripts agree on how far it reaches."""

import re

from views.atlas import STATIC, rendered_map


def test_the_scripts_know_the_edges_of_the_map():
    script = (STATIC / "map" / "plane" / "edges.js").read_text(encoding="utf-8")
    south, west, north, east = (
        int(re.search(rf"{side}: (-?\d+)", script)[1])
        for side in ("south", "west", "north", "east")
    )
    drawn = re.sub(r"\s", "", "".join(rendered_map()))
    assert f"[[{south},{west},],[{north},{east},],]" in drawn
