"""How was the basemap made? From packages of Natural Earth and GeoNames."""

from geodata.build import natural_earth, provinces, relief
from geodata.build.areas import BOUNDS, in_view, is_seen, tolerance, unit_outlines, unit_properties
from geodata.build.boxes import country_boxes
from geodata.build.names import aliases, country_names, names_of, table, town_names, water_names
from geodata.build.topology import Arcs, Topology

__all__ = [
    "BOUNDS",
    "Arcs",
    "Topology",
    "aliases",
    "country_boxes",
    "country_names",
    "in_view",
    "is_seen",
    "names_of",
    "natural_earth",
    "provinces",
    "relief",
    "table",
    "tolerance",
    "town_names",
    "unit_outlines",
    "unit_properties",
    "water_names",
]
