"""The cells of the layout drawing of NĐ 30/2020/NĐ-CP (Phụ lục I, Phần I, Mục IV), for files whose text tells no place.

Fractions of the text area, y downwards, as in the drawing; heights are ours: the drawing gives none.
"""

MM = 72 / 25.4
#: top, right, bottom, left in millimetres: the middle of what the Decree allows.
MARGINS = (22, 17, 22, 30)
#: cell -> (x, y, width as fractions of the text area, height in points)
CELLS = {
    "3": (0.01, 0.06, 0.43, 16),
    "4": (0.53, 0.06, 0.45, 16),
    "7c": (0.64, 0.77, 0.28, 20 * MM),
}


def cell_rect(cell, page):
    """(x0, y0, x1, y1) in points on ``page`` (anything with ``width`` and ``height``) for ``cell``, one of
    ``CELLS``."""
    x, y, width, height = CELLS[cell]
    top, right, bottom, left = (side * MM for side in MARGINS)
    wide, high = page.width - left - right, page.height - top - bottom
    x0 = left + x * wide
    y1 = page.height - top - y * high
    return (x0, y1 - height, x0 + width * wide, y1)
