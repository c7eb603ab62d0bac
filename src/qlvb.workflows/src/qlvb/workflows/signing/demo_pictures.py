"""Pictures for the demonstration: a signature as if written by hand, and a round agency seal. PNG, transparent
ground."""

from functools import partial
import hashlib
from io import BytesIO
import math
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from qlvb.content.text import fold
from qlvb.workflows.signing.fonts import font_file
import random


INK, RED = (16, 42, 140), (214, 22, 30)
SEAL_PIXELS = 850  # 36 mm at 600 dpi


def signature_picture(fullname):
    """A callable that draws the signature of ``fullname``; the same name always gives the same bytes."""
    return partial(_draw_signature, fullname)


def seal_picture(agency):
    """A callable that draws the seal of ``agency``: two circles, the star, the name around; bytes of a PNG."""
    return partial(_draw_seal, agency)


def _png(image):
    output = BytesIO()
    image.save(output, "PNG", optimize=True)
    return output.getvalue()


def _curve(points, steps=18):
    """A smooth line (Catmull-Rom) through the points."""
    line = []
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(
                    0.5
                    * (
                        2 * b[i]
                        + (c[i] - a[i]) * t
                        + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                        + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
                    )
                    for i in (0, 1)
                )
            )
    return line


def _stroke(draw, points, chance):
    """Ink along a curve, thicker where the pen goes down."""
    line = _curve(points)
    for i, (x, y) in enumerate(line[:-1]):
        down = (line[i + 1][1] - y) / (abs(line[i + 1][0] - x) + abs(line[i + 1][1] - y) + 0.01)
        radius = 3.6 + 2.4 * max(0, down) + chance.uniform(-0.2, 0.2)
        span = max(1, int(math.dist((x, y), line[i + 1]) / 2))
        for part in range(span):
            px = x + (line[i + 1][0] - x) * part / span
            py = y + (line[i + 1][1] - y) * part / span
            draw.ellipse((px - radius, py - radius, px + radius, py + radius), fill=INK + (255,))


def _draw_signature(fullname):
    chance = random.Random(hashlib.sha256(fullname.encode("utf-8")).digest())
    width, height = 1680, 800
    image = Image.new("RGBA", (width, height), INK + (0,))
    draw = ImageDraw.Draw(image)
    letters = [letter for letter in fold(fullname.split()[-1]) if letter.isalpha()] or ["x"]
    start = (170, 560)
    capital = [start, (250, 240), (400, 110 + chance.uniform(-30, 40)), (430, 300), (330, 560), (250, 640), (230, 520)]
    capital += [(420, 400), (560, 420)]
    x, body = 560, []
    step = 660 / max(len(letters), 3)
    for letter in letters[1:] or letters:
        tall = letter in "bdfhklt"
        deep = letter in "gjpqy"
        top = 200 if tall else 390 + chance.uniform(-25, 25)
        bottom = 700 if deep else 520 + chance.uniform(-15, 25)
        body += [(x + step * 0.25, top), (x + step * 0.45, (top + bottom) / 2), (x + step * 0.5, bottom)]
        body += [(x + step * 0.8, 470 + chance.uniform(-15, 15))]
        x += step
    tail = [(x + 80, 380), (x + 180, 470), (x + 60, 640), (x - 420, 690 + chance.uniform(-20, 20))]
    tail += [(x - 640, 660), (x - 200, 610), (min(x + 280, width - 60), 560 + chance.uniform(-30, 30))]
    _stroke(draw, capital + body + tail, chance)
    _stroke(draw, [(200, 330), (420, 280), (640, 250 + chance.uniform(-30, 30))], chance)
    return _png(image.resize((840, 400), Image.LANCZOS))


def _star(centre, radius, below=0):
    points = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.382
        angle = math.pi / 5 * i - math.pi / 2
        points.append((centre + r * math.cos(angle), centre + below + r * math.sin(angle)))
    return points


def _around(image, text, font, radius):
    """Write letters on a circle, clockwise, the middle of the text at the top."""
    centre = image.width / 2
    widths = [font.getlength(letter) * 1.06 for letter in text]
    angle = -math.degrees(sum(widths) / radius) / 2
    for letter, width in zip(text, widths, strict=True):
        turn = math.degrees(width / radius)
        angle += turn / 2
        size = int(font.size * 2)
        tile = Image.new("RGBA", (size, size), RED + (0,))
        ImageDraw.Draw(tile).text((size / 2, size / 2), letter, font=font, fill=RED + (255,), anchor="mm")
        tile = tile.rotate(-angle, Image.BICUBIC)
        x = centre + radius * math.sin(math.radians(angle)) - size / 2
        y = centre - radius * math.cos(math.radians(angle)) - size / 2
        image.alpha_composite(tile, (round(x), round(y)))
        angle += turn / 2


def _draw_seal(agency):
    image = Image.new("RGBA", (SEAL_PIXELS, SEAL_PIXELS), RED + (0,))
    draw = ImageDraw.Draw(image)
    centre = SEAL_PIXELS / 2
    for radius, width in ((420, 14), (398, 4), (262, 5)):
        box = (centre - radius, centre - radius, centre + radius, centre + radius)
        draw.ellipse(box, outline=RED + (255,), width=width)
    draw.polygon(_star(centre, 120), fill=RED + (255,))
    text = agency.upper()
    size = 78
    with font_file() as source:
        data = source.read()
    font = ImageFont.truetype(BytesIO(data), size)
    while font.getlength(text) * 1.06 > 330 * math.radians(300) and size > 26:
        size -= 2
        font = ImageFont.truetype(BytesIO(data), size)
    _around(image, text, font, 328)
    draw.polygon(_star(centre, 26, below=328), fill=RED + (255,))
    # as on paper: the ink lets what is below shine through a little
    alpha = image.getchannel("A").point(lambda value: value * 225 // 255)
    image.putalpha(alpha)
    return _png(image)

