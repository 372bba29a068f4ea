"""Where: gazetteer, geocoding, distances, and the basemap's data."""
