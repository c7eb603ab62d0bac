"""A starting point for an agency's own template: the decree's form of a kind of document (Phụ lục III), with fields
where a draft's values go. Made by the same layout as every draft, so that it cannot go out of step with it.
"""

from io import BytesIO
from qlvb.content.documents.document_types import document_type
from qlvb.content.layout.templates import template_for
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile


#: Kinds that are addressed to somebody under the heading.
ADDRESSED = ("official_letter", "submission", "report")
#: What stands in a place of the layout until the fields are put in: signs that no layout changes, as capitals would.
_MARKS = {
    "⟦1⟧": "{{ co_quan | upper }}",
    "⟦2⟧": "{{ co_quan_cap_tren | upper }}",
    "⟦3⟧": "{{ ky_hieu }}",
    "⟦4⟧": "{{ dia_danh }}",
    "⟦5⟧": "{{ trich_yeu }}",
    "⟦6⟧": "{{ chuc_vu_ky | join(' ') }}",
    "⟦7⟧": "{{ nguoi_ky }}",
    "⟦8⟧": "{{ noi_nhan | join('; ') }}",
    "⟦9⟧": "{{ luu }}",
    "⟦0⟧": "{{ kinh_gui | join('; ') }}",
}


def decree_template(kind):
    """bytes of a docx template of a ``kind`` (token of qlvb.document_types). :raises KeyError: unknown kind."""
    if document_type(kind) is None:
        raise KeyError(kind)
    known = {
        "agency": "⟦1⟧",
        "parent": "⟦2⟧",
        "symbol": "⟦3⟧",
        "place": "⟦4⟧",
        "subject": "⟦5⟧",
        "signature_block": ("⟦6⟧",),
        "signer": "⟦7⟧",
        "recipients": ("⟦8⟧",),
        "retained_by": ("⟦9⟧",),
    }
    if kind in ADDRESSED:
        known["addressees"] = ("⟦0⟧",)
    return _with_fields(template_for(kind, **known))


def _with_fields(data):
    """The docx with its marks turned into fields; its properties, which show no fields, lose them."""
    output = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename.endswith(".xml"):
                text = content.decode("utf-8")
                for mark, field in _MARKS.items():
                    text = text.replace(mark, field if info.filename.startswith("word/") else "")
                content = text.encode("utf-8")
            target.writestr(info, content)
    return output.getvalue()
