"""Journal entries as sentences."""

import pytest
from qlvb.content import clock
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import Entry
from qlvb.content.journal.wording import SENTENCES
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import remark
from qlvb.content.journal.wording import sentence
from zope.i18n import interpolate


def entry(event, detail=None, actor="leminhanh", on_behalf=""):
    return Entry(1, clock.now(), actor, on_behalf, event, detail or {}, GENESIS)


def said(message):
    return interpolate(message.default, message.mapping)


@pytest.mark.parametrize("event", sorted(SENTENCES))
def test_every_sentence_is_whole_even_without_its_values(event):
    assert "${" not in said(sentence(entry(event)))


def test_values_are_filled_in():
    assert said(sentence(entry("file_added", {"filename": "công văn.docx"}))) == "đã thêm tệp công văn.docx"
    assert said(sentence(entry("number.voided", {"number": 7}))) == "đã hủy số 7"
    assert said(sentence(entry("dossier.added", {"dossier": "02.CNTT", "order": 3}))) == (
        "đã đưa văn bản vào hồ sơ 02.CNTT, số thứ tự 3"
    )


def test_unknown_event_is_named():
    assert said(sentence(entry("act.something"))) == "đã thực hiện: act.something"


def test_who_did_it():
    assert actor_name(entry("created", actor="system")).default == "Hệ thống"
    assert actor_name(entry("created")) == "leminhanh"
    assert said(actor_name(entry("act.sign", on_behalf="nguyenthithuha"))) == "leminhanh (thay mặt nguyenthithuha)"


@pytest.mark.parametrize(
    "detail,expected",
    [({"reason": "Sửa lại"}, "Sửa lại"), ({"comment": "Đồng ý"}, "Đồng ý"), ({}, ""), ({"note": 5}, "")],
)
def test_remark(detail, expected):
    assert remark(entry("act.return", detail)) == expected
