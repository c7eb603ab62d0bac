"""A signature that carries words: what somebody says with it at the left, the picture of his signature at the right."""

from dataclasses import dataclass
from dataclasses import replace
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.stamp import BaseStamp
from pyhanko.stamp import BaseStampStyle
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing.marks import BLACK
from qlvb.workflows.signing.marks import picture_mark


#: Letter sizes in points, tried from the largest; what does not fit in the smallest is cut off.
SIZES = (11, 10, 9, 8, 7, 6)
LEADING = 1.25
#: Part of the width that the words take beside a picture.
SHARE = 0.64
CUT = "... (toàn văn ghi trong lý do ký của chữ ký số)"


@dataclass(frozen=True)
class RemarkMark(BaseStampStyle):
    """``words``: paragraphs, of letters that the form font holds."""

    border_width: int = 0
    words: tuple = ()

    def create_stamp(self, writer, box, text_params):
        at_right = layout.SimpleBoxLayoutRule(
            x_align=layout.AxisAlignment.ALIGN_MAX,
            y_align=layout.AxisAlignment.ALIGN_MID,
            margins=layout.Margins(left=box.width * SHARE, right=2, top=2, bottom=2),
            inner_content_scaling=layout.InnerScaling.SHRINK_TO_FIT,
        )
        return Remarks(writer=writer, style=replace(self, background_layout=at_right), box=box)


class Remarks(BaseStamp):
    """The stamp that :class:`RemarkMark` makes."""

    def _render_inner_content(self):
        self.set_resource(ResourceType.FONT, pdf_name("/F1"), fonts.embed(self.writer))
        width = self.box.width * (SHARE if self.style.background else 1)
        size, lines = fitted(self.style.words, width, self.box.height)
        first = self.box.height - size
        said = b" T* ".join(b"<%s> Tj" % fonts.encode(line).hex().encode("ascii") for line in lines)
        colour = b"%g %g %g rg" % BLACK
        return [b"%s BT /F1 %g Tf %g TL 0 %g Td %s ET" % (colour, size, size * LEADING, first, said)]


def remark_mark(words, image=None):
    """The style that shows ``words`` (paragraphs) and, right of them, the PNG ``image``.

    :raises Refused: as ``picture_mark``.
    """
    mark = RemarkMark(words=tuple(words))
    if not image:
        return mark
    return replace(mark, background=picture_mark(image).background, background_opacity=1.0)


def fitted(words, width, height):
    """(letter size, lines) of paragraphs in a box, in points: the largest size in which they fit (pure function)."""
    for size in SIZES:
        lines = [line for paragraph in words for line in wrapped(paragraph, width, size)]
        most = max(1, int((height - size) / (size * LEADING)) + 1)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], CUT]


def wrapped(text, width, size):
    """Lines (list of str) of a paragraph, broken between words, and inside those that are wider than the box."""
    lines, line = [], ""
    for word in text.split():
        while line and fonts.text_width(f"{line} {word}", size) > width or not line and _wide(word, width, size):
            if line:
                lines.append(line)
                line = ""
            else:
                most = next(n for n in range(len(word), 0, -1) if n == 1 or not _wide(word[:n], width, size))
                lines.append(word[:most])
                word = word[most:]
        line = f"{line} {word}".strip()
    return [*lines, line] if line else lines


def _wide(word, width, size):
    return len(word) > 1 and fonts.text_width(word, size) > width
