"""Pages as pdfium shows them, which shares nothing with what set them: pictures, text, and where each mark lies.

Nothing here knows an order.
"""

__all__ = ["page_marks", "path_shapes", "pixels", "raster"]
