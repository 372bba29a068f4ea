"""Make the typefaces of `static/atlas/typefaces/`: `python -m views.build_typefaces`.

They are Source Sans and Source Serif as Streamlit brings them, with the signs of European languages
and of romanised Korean and Chinese alone, of the weights and the optical size that our pages use: a
tenth of the bytes. Their licence reserves the name for the whole ones, so these say another in
themselves. Of Streamlit's typeface of icons the last one keeps those that its page names, and ours.
Needs the packages for tests.
"""

from __future__ import annotations

import argparse
import re
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from geodata import ROOT
from geodata.commands import run_command
from views.leans.streamlit import typefaces
from views.leans.streamlit_page import icons, typeface_of_icons

FOLDER = ROOT / "static" / "atlas" / "typefaces"
SIGNS = (
    range(0x20, 0x7F), range(0xA0, 0x250), range(0x2B0, 0x370), range(0x1E00, 0x1F00),
    range(0x2010, 0x2028), range(0x2030, 0x2045), range(0x20A9, 0x20AD), range(0x2122, 0x2123),
    range(0x2190, 0x219A), range(0x2212, 0x2213), range(0x2248, 0x2266), range(0x25A0, 0x25D0),
)  # fmt: skip
FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum", "lnum"]
AXES = {"wght": (400, 700), "opsz": 14}
ICONS = "icons.woff2"
ICON = re.compile(r":material/(\w+):")
NAMES = (1, 3, 4, 6, 16, 25)  # of the name table: those that hold the name of the family


def main() -> None:
    """Write each typeface, and say how large it is."""
    command = argparse.ArgumentParser(prog="python -m views.build_typefaces", description=__doc__)
    command.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for name, source in typefaces().items():
        print(name, _write(source, FOLDER / name))
    print(ICONS, _write_icons(FOLDER / ICONS))


def _write(source: Path, target: Path) -> int:
    options = subset.Options()
    options.layout_features, options.hinting, options.name_IDs = FEATURES, False, ["*"]
    font = TTFont(source, recalcTimestamp=False)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=chain.from_iterable(SIGNS))
    chosen.subset(font)
    has = {axis.axisTag for axis in font["fvar"].axes}
    font = instancer.instantiateVariableFont(
        font, {axis: limit for axis, limit in AXES.items() if axis in has}
    )
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = str(record).replace("Source", "Ways Out")
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


def icons_named() -> set[str]:
    """The icons that Streamlit's page or a module of ours names."""
    ours = (*(ROOT / "views").rglob("*.py"), *(ROOT / "pages").glob("*.py"))
    return icons() | {n for path in ours for n in ICON.findall(path.read_text(encoding="utf-8"))}


def ligatures(font: TTFont) -> dict[str, str]:
    """The glyph of each word that is a ligature in a typeface."""
    letters = {glyph: chr(sign) for sign, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for part in lookup.SubTable:
            for first, all_of_it in getattr(part, "ExtSubTable", part).ligatures.items():
                for one in all_of_it:
                    word = "".join(letters[glyph] for glyph in (first, *one.Component))
                    found[word] = one.LigGlyph
    return found


def _write_icons(target: Path) -> int:
    font = TTFont(typeface_of_icons(), recalcTimestamp=False)
    known, named = ligatures(font), sorted(icons_named())
    options = subset.Options()
    options.layout_features, options.layout_closure, options.hinting = ["rlig"], False, False
    chosen = subset.Subsetter(options)
    letters = range(0x20, 0x7F)
    chosen.populate(glyphs=[known[name] for name in named if name in known], unicodes=letters)
    chosen.subset(font)
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


if __name__ == "__main__":
    run_command(main)
