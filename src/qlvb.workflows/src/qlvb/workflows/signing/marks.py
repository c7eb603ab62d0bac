"""What a signature looks like on the page: a picture on transparent ground, or one line of text."""

from dataclasses import dataclass
from io import BytesIO
from PIL import Image
from PIL import UnidentifiedImageError
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import ArrayObject
from pyhanko.pdf_utils.generic import FloatObject
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.stamp import BaseStamp
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp import StaticStampStyle
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing.refusals import refusal


LARGEST = 4000  # pixels a side
#: Degrees by which a mark may stand turned -> cosine, sine.
COMPASS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
BLACK, BLUE = (0, 0, 0), (0.05, 0.15, 0.55)


def picture_mark(png):
    """A pyHanko stamp style that shows the PNG as large as fits, without frame (Phụ lục I, II.7.d, II.8.a).

    :raises Refused: 400 ``image_unreadable`` when it is no PNG with transparency.
    """
    try:
        image = Image.open(BytesIO(png))
        transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        if image.format != "PNG" or not transparent or max(image.size) > LARGEST:
            raise refusal("image_unreadable", "image")
        image = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refusal("image_unreadable", "image") from error
    return StaticStampStyle(
        background=PdfImage(image),
        background_opacity=1.0,
        border_width=0,
        background_layout=layout.SimpleBoxLayoutRule(
            x_align=layout.AxisAlignment.ALIGN_MID,
            y_align=layout.AxisAlignment.ALIGN_MID,
            margins=layout.Margins.uniform(0),
            inner_content_scaling=layout.InnerScaling.STRETCH_TO_FIT,
        ),
    )


@dataclass(frozen=True)
class TextMark(BaseStampStyle):
    """One line of text in the embedded font, at the left of its box and in the middle of its height. ``turn``: degrees
    by which it stands turned against the clock on the page, upright where the page is shown turned with the clock.
    """

    border_width: int = 0
    text: str = ""
    size: float = 10
    italic: bool = False
    colour: tuple = BLACK
    turn: int = 0

    def create_stamp(self, writer, box, text_params):
        if self.turn % 180:
            box = layout.BoxConstraints(width=box.height, height=box.width)
        return TextLine(writer=writer, style=self, box=box)


class TextLine(BaseStamp):
    """The stamp that :class:`TextMark` makes."""

    def as_form_xobject(self):
        """The drawing; a viewer turns it by its matrix and fits it into the place on the page."""
        drawing = super().as_form_xobject()
        if self.style.turn:
            cosine, sine = COMPASS[self.style.turn]
            matrix = (cosine, sine, -sine, cosine, 0, 0)
            drawing[pdf_name("/Matrix")] = ArrayObject(map(FloatObject, matrix))
        return drawing

    def _render_inner_content(self):
        style = self.style
        self.set_resource(ResourceType.FONT, pdf_name("/F1"), fonts.embed(self.writer, style.italic))
        natural = fonts.text_width(style.text, style.size, style.italic)
        scale = min(1.0, self.box.width / natural) * 100
        return [
            b"%g %g %g rg BT /F1 %g Tf %g Tz 0 %g Td <%s> Tj ET"
            % (
                *style.colour,
                style.size,
                scale,
                (self.box.height - style.size * 0.66) / 2,
                fonts.encode(style.text).hex().encode("ascii"),
            )
        ]
