"""Pixels of pictures with one (gray) or several channels, of 8 bits each, with the types that Pillow leaves open."""

from typing import cast

from PIL import Image, ImageChops

Pixel = tuple[int, ...]


def gray_range(picture: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest level of a gray picture, 0 (black) to 255."""
    return cast(tuple[int, int], picture.getextrema())


def darkest(picture: Image.Image) -> Image.Image:
    """A gray picture: of each pixel of one in RGB, its darkest channel."""
    red, green, blue = picture.split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def gray_at(picture: Image.Image, place: tuple[int, int]) -> int:
    """The level of one pixel of a gray picture."""
    return cast(int, picture.getpixel(place))


def colour_at(picture: Image.Image, place: tuple[int, int]) -> Pixel:
    """One pixel of a picture with several channels."""
    return cast(Pixel, picture.getpixel(place))


def colour_counts(picture: Image.Image) -> list[tuple[int, Pixel]]:
    """Every colour of a picture with several channels, and how many pixels have it."""
    return cast(list[tuple[int, Pixel]], picture.getcolors(picture.width * picture.height))
