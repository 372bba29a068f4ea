"""Where? Gazetteer, geocoding, distances, and the data of the basemap."""

from pathlib import Path

# The folder of the whole project: tables, static files and code lie below it.
ROOT = Path(__file__).parents[1]
