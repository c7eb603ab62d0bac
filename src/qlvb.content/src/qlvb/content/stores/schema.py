"""Fields of stores, shelves and boxes. Codes stand on labels and in the codes of paper files: they never change."""

from plone.autoform import directives
from plone.supermodel import model
from qlvb.content import _
from qlvb.content.stores.rules import MOST_DOSSIERS
from zope import schema


def _note():
    return schema.Text(
        title=_("place_note", default="Ghi chú"), required=False, max_length=1000, default="", missing_value=""
    )


class IStoreSchema(model.Schema):
    """Kho."""

    directives.write_permission(code="cmf.ManagePortal")
    code = schema.TextLine(title=_("place_code", default="Mã"), max_length=13)
    title = schema.TextLine(title=_("place_title", default="Tên"), max_length=200)
    address = schema.TextLine(
        title=_("store_address", default="Địa điểm"), required=False, max_length=300, default="", missing_value=""
    )
    note = _note()


class IShelfSchema(model.Schema):
    """Kệ."""

    directives.write_permission(code="cmf.ManagePortal")
    code = schema.TextLine(title=_("place_code", default="Mã"), max_length=13)
    title = schema.TextLine(title=_("place_title", default="Tên"), max_length=200)
    note = _note()


class IStorageBoxSchema(model.Schema):
    """Hộp."""

    directives.write_permission(code="cmf.ManagePortal")
    code = schema.TextLine(title=_("place_code", default="Mã"), max_length=13)
    title = schema.TextLine(title=_("place_title", default="Tên"), max_length=200)
    capacity = schema.Int(title=_("box_capacity", default="Sức chứa (hồ sơ)"), min=1, max=MOST_DOSSIERS, default=30)
    note = _note()
