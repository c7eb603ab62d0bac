"""What a leader writes by hand: the picture of a direction (bút phê) drawn with a pen, a finger or a mouse.

It is a file of the document with the role ``direction``: kept, shown, destroyed and handed over with it, its hash in
the journal. Whoever cannot draw types; a picture alone has a text that says so, so nobody is given work without words.
"""

from io import BytesIO
from PIL import Image
from PIL import UnidentifiedImageError
from plone.namedfile.field import NamedFile
from plone.namedfile.interfaces import INamedFileField
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Violation
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


ROLE = "direction"
LARGEST = 1024 * 1024  # bytes
LONGEST_SIDE = 4096  # pixels
TITLE = _("direction_drawing", default="Bút phê viết tay")
BY_HAND = _("direction_by_hand", default="(Bút phê viết tay: ${filename})")
RULE = "NĐ 30/2020 Điều 23"


class IPenField(INamedFileField):
    """A picture that screens let people draw."""


@implementer(IPenField)
class PenField(NamedFile):
    """See IPenField."""


def drawing_field():
    return PenField(title=TITLE, required=False)


def words_or_drawing(data):
    """Violations of an input with ``text`` and ``drawing``: one of them is there, and the drawing is one."""
    upload = data["drawing"]
    if upload is None:
        if not data["text"]:
            text = _("violation_direction_empty", default="Cần có bút phê: gõ, chọn mẫu hoặc viết tay.")
            yield Violation("text", "required", text)
    else:
        yield from drawing_violations(upload.data)


def drawing_violations(data):
    """Violations of the bytes of a drawing; nothing but its head is read."""
    if len(data) > LARGEST:
        text = _("violation_drawing_large", default="Hình viết tay lớn quá 1 MB.")
        yield Violation("drawing", "too_large", text)
        return
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            fits = max(picture.size) <= LONGEST_SIDE
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        fits = False
    if not fits:
        mapping = {"side": str(LONGEST_SIDE)}
        text = _(
            "violation_drawing",
            default="Hình viết tay phải là ảnh PNG, mỗi chiều tối đa ${side} điểm.",
            mapping=mapping,
        )
        yield Violation("drawing", "drawing_wrong", text)


def filename_of(number):
    """The name of the picture of a document's ``number``-th direction."""
    return f"but-phe-{number}.png"


def with_words(data, number):
    """``data`` with a text that says that there is a drawing, where nothing was typed."""
    if data["text"] or data["drawing"] is None:
        return data
    words = Message(BY_HAND, mapping={"filename": filename_of(number)})
    return {**data, "text": translate(words, target_language="vi")}


def keep_drawing(record, data, number, by):
    """Store the drawing of ``data``, if there is one; returns the id of the file, or ""."""
    if data["drawing"] is None:
        return ""
    title = translate(TITLE, target_language="vi")
    return IFileStore(record).add(ROLE, filename_of(number), data["drawing"].data, by, title=title).id


def drop_drawing(record, file_id, by):
    """Take a drawing that nobody has read off the list, if there is one."""
    if file_id and IFileStore(record).get(file_id) is not None:
        IFileStore(record).remove(file_id, by)
