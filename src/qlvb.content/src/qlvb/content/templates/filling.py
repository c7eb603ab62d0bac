"""Filling a docx template, and finding its faults (docxtpl; Jinja runs in a sandbox without access to objects)."""

from difflib import get_close_matches
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from io import BytesIO
from jinja2 import StrictUndefined
from jinja2 import TemplateError
from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError
from qlvb.content import _
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.fields import examples
from qlvb.content.templates.places import paragraphs
from qlvb.content.templates.places import place_of
from qlvb.content.templates.places import shortened
from qlvb.content.templates.places import unpaired
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Violation
import re
from zipfile import BadZipFile
from zipfile import ZipFile
from zope.i18nmessageid import Message


#: Bytes of an uploaded template, and of what it unpacks to.
LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024

BROKEN_AT = _(
    "violation_docx_template_broken",
    default="Trường trong tệp mẫu không dùng được ở đoạn “${place}”: chỉ viết tên trường có trong danh sách, trong một "
    "cặp {{ }}.",
)
BROKEN_BLOCK = _(
    "violation_docx_template_block",
    default="Lệnh {% %} trong tệp mẫu viết sai hoặc chưa đóng: mỗi {% for %}, {% if %} cần có {% endfor %}, "
    "{% endif %}.",
)


BLOCK_AT = _(
    "violation_docx_template_block_at",
    default="Lệnh {% %} trong tệp mẫu viết sai hoặc chưa đóng ở đoạn “${place}”: mỗi {% for %}, {% if %} cần có "
    "{% endfor %}, {% endif %}.",
)
UNKNOWN = _(
    "violation_docx_template_unknown_field",
    default="Tệp mẫu dùng trường “${field}” mà hệ thống không có, ở đoạn “${place}”.",
)
UNKNOWN_LIKE = _(
    "violation_docx_template_unknown_like",
    default="Tệp mẫu dùng trường “${field}” mà hệ thống không có, ở đoạn “${place}”; có phải là “${known}”?",
)
#: How like a known field an unknown one must be to be taken for it, from 0 to 1.
LIKE = 0.7


def environment():
    """Jinja without a way out of the values it is given; a field that is not there is a fault, not an empty text."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def fill(data, values):
    """bytes of the docx ``data`` filled with ``values`` (dict of str or list of str).

    :raises TemplateError: a field is broken or unknown.
    """
    template = DocxTemplate(BytesIO(data))
    template.render(nfc_tree(dict(values)), environment(), autoescape=True)
    output = BytesIO()
    template.save(output)
    return output.getvalue()


def template_violations(data):
    """list of Violation of an uploaded template: no docx, too large, a broken field, unknown fields by name."""
    if (fault := _package_fault(data)) is not None:
        return [fault]
    try:
        texts = paragraphs(data)
        if halves := [_unpaired(text) for text in texts if unpaired(text)]:
            return halves
        names = DocxTemplate(BytesIO(data)).get_undeclared_template_variables(environment())
    except TemplateSyntaxError as error:
        return [_broken(error, texts)]
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError):
        return [_no_docx()]
    if unknown := sorted(names - set(FIELDS)):
        return [_unknown(name, texts) for name in unknown]
    try:
        fill(data, examples())
    except (TemplateError, TypeError, OverflowError, ZeroDivisionError, XMLSyntaxError) as error:
        return [_broken(error, texts)]
    return []


def _package_fault(data):
    if len(data) > LARGEST:
        message = _("violation_docx_template_large", default="Tệp mẫu lớn hơn 5 MB.")
        return Violation("file", "template_large", message)
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = {info.filename for info in archive.infolist()}
            unpacked = sum(info.file_size for info in archive.infolist())
    except BadZipFile:
        return _no_docx()
    if "word/document.xml" not in names or unpacked > LARGEST_UNPACKED:
        return _no_docx()
    return None


def _no_docx():
    message = _("violation_docx_template_no_docx", default="Tệp không phải là tệp Word .docx đọc được.")
    return Violation("file", "template_no_docx", message)


def _unpaired(text):
    message = _(
        "violation_docx_template_unpaired",
        default="Trường viết dở trong tệp mẫu ở đoạn “${place}”: mỗi trường viết liền trong một cặp {{ }}.",
        mapping={"place": shortened(text)},
    )
    return Violation("file", "template_broken", message)


def _broken(error, texts):
    """A field or block that Jinja does not read or cannot work out; its own words are for programmers, in English."""
    place = place_of(error, texts, lambda text: environment().from_string(text).render(examples()))
    of_block = isinstance(error, TemplateSyntaxError) and "{%" in place
    message = BROKEN_BLOCK if not place else BLOCK_AT if of_block else BROKEN_AT
    return Violation("file", "template_broken", Message(message, mapping={"place": place}))


def _unknown(name, texts):
    """An unknown field, with the first paragraph that has it and the known one that may be meant."""
    place = next((text for text in texts if re.search(rf"\b{re.escape(name)}\b", text)), "")
    near = get_close_matches(name, FIELDS, 1, LIKE)
    mapping = {"field": name, "place": shortened(place), "known": near[0] if near else ""}
    return Violation("file", "template_unknown_field", Message(UNKNOWN_LIKE if near else UNKNOWN, mapping=mapping))
