"""Pictures made small: as sharp as before, with a palette instead of sixteen million colours."""

import struct
import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Shades that agree in so many bits a channel share a place in the palette; flat colours keep their own.
BITS = 5
PLACES = 256
SUB = 1


def _chunks(png: bytes):
    place = len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _pixels(png: bytes) -> np.ndarray | None:
    """Height, width and four channels; None for a PNG that is not written as vl-convert writes them."""
    parts = list(_chunks(png))
    header = next(body for kind, body in parts if kind == b"IHDR")
    width, height, *form = struct.unpack(">IIBBBBB", header)
    if form != [8, 6, 0, 0, 0]:
        return None
    lines = np.frombuffer(zlib.decompress(b"".join(body for kind, body in parts if kind == b"IDAT")), np.uint8)
    lines = lines.reshape(height, 1 + 4 * width)
    if (lines[:, 0] != SUB).any():
        return None
    return np.cumsum(lines[:, 1:].reshape(height, width, 4), axis=1, dtype=np.uint8)


def _palette(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The colours that stand for all, each the mean of its like, and which of them each pixel takes."""
    coarse = (pixels[..., :3] >> (8 - BITS)).astype(np.uint16)
    like = (coarse[..., 0] << 2 * BITS | coarse[..., 1] << BITS | coarse[..., 2]).ravel()
    many = np.bincount(like, minlength=1 << 3 * BITS)
    used = np.flatnonzero(many)
    used = used[np.argsort(-many[used], kind="stable")]
    means = [np.bincount(like, pixels[..., channel].ravel(), 1 << 3 * BITS)[used] / many[used] for channel in range(3)]
    colours = np.stack(means, axis=1)
    kept = colours[:PLACES]
    # Blends at the edges of letters and marks, a few pixels each, take the nearest colour that is kept.
    nearest = [np.argmin(((kept - colour) ** 2).sum(axis=1)) for colour in colours[PLACES:]]
    place = np.zeros(1 << 3 * BITS, np.intp)
    place[used] = [*range(len(kept)), *nearest]
    return np.rint(kept).astype(np.uint8), place[like].reshape(pixels.shape[:2])


def shrink(png: bytes) -> bytes:
    """The same picture in an eighth of the bytes.

    Parameters
    ----------
    png : bytes
        An opaque picture as vl-convert writes it; anything else comes back as it is.

    Returns
    -------
    bytes
        A PNG with a palette and nothing but the picture: no time, no resolution. The same bytes for the same picture.
    """
    pixels = _pixels(png)
    if pixels is None:
        return png
    colours, chosen = _palette(pixels)
    height, width = chosen.shape
    lines = np.zeros((height, width + 1), np.uint8)
    lines[:, 1:] = chosen
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", colours.tobytes()),
            _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )
