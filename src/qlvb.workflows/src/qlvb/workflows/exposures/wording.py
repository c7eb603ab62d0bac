"""Reports in the words of the journal and of screens."""

from plone import api
from qlvb.content import _
from qlvb.content.exposures import interfaces as said
from qlvb.content.journal.wording import Wording
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


closed = Wording(_("journal_secret_closed", default="đã phong tỏa tài liệu theo vụ việc báo tài liệu mật ${case}"))
reported = Wording(_("journal_secret_reported", default="đã báo tài liệu mật, vụ việc ${case}"))
lifted = Wording(_("journal_secret_lifted", default="đã bỏ phong tỏa, vụ việc ${case}: ${reason}"))
taken_out = Wording(_("journal_secret_taken_out", default="đã gỡ tài liệu mật, vụ việc ${case}: ${reason}"))

STATE_TITLES = {
    said.OPEN: _("secret_state_open", default="Đang mở"),
    said.LIFTED: _("secret_state_lifted", default="Không phải tài liệu mật"),
    said.TAKEN_OUT: _("secret_state_taken_out", default="Đã gỡ"),
}
ITEM_TITLES = {
    said.OPEN: _("secret_item_open", default="Đang phong tỏa"),
    said.LIFTED: _("secret_item_lifted", default="Đã mở lại"),
    said.TAKEN_OUT: STATE_TITLES[said.TAKEN_OUT],
}
TONES = {said.OPEN: "bad", said.LIFTED: "good", said.TAKEN_OUT: "info"}
PARTY_TITLES = {
    said.HEAD: _("secret_party_head", default="Người đứng đầu cơ quan nơi phát hiện"),
    said.MANAGING: _("secret_party_managing", default="Cơ quan quản lý phần mềm"),
    said.SENDER: _("secret_party_sender", default="Cơ quan gửi tài liệu"),
    said.COMPETENT: _("secret_party_competent", default="Cơ quan chức năng đánh giá lộ, lọt"),
    said.HOLDER: _("secret_party_holder", default="Cơ quan giữ bản sao"),
}
PARTY_STATES = {
    said.WAITING: _("secret_told_not", default="Chưa báo"),
    said.TOLD: _("secret_told", default="Đã báo"),
    said.CONFIRMED: _("secret_confirmed", default="Đã xác nhận"),
}
PARTY_TONES = {said.WAITING: "warn", said.TOLD: "info", said.CONFIRMED: "good"}


def party_title(party):
    """Message: what the party is in the regulation."""
    return PARTY_TITLES[party.key.partition(":")[0]]


def agency_title(agency_id, name=""):
    """str: the title of an agency, ``name`` for one outside of the system."""
    agency = getUtility(IDirectory).agency(agency_id) if agency_id else None
    return agency.title if agency is not None else name


def kind_title(item):
    """str: what kind of thing an item is; nothing of what it says."""
    types = api.portal.get_tool("portal_types")
    return types[item.kind].Title() if item.kind in types else item.kind
