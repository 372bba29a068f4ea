"""What `views.leans.leaflet` uses of xstatic-leaflet without a promise of its."""

from views.leans import leaflet


def test_the_package_has_leaflet_and_its_styles():
    missing = [str(path) for path in leaflet.files().values() if not path.is_file()]
    assert missing == [], "xstatic-leaflet keeps Leaflet somewhere else now"
