"""Two at once: a dossier is handed over to one, and a catalogue keeps what its first editor wrote."""

from html import unescape
from lxml import html
import pytest
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.workflows.filing.passing import handovers
from qlvb.workflows.filing.passing import offer
from second_looks import second_look
import transaction
from ZODB.POSException import ConflictError


def test_a_dossier_handed_over_by_two_at_once_goes_to_one(dossier, client):
    """The second writer is tried again, and then sees that it waits for somebody."""
    with second_look(dossier) as (manager, other):
        offer(other, "leminhanh", "phamquochuy", "Chuyển sang nhiệm vụ khác", (0, 0))
        offer(dossier, "leminhanh", "nguyenthithuha", "Chuyển sang nhiệm vụ khác", (0, 0))
        transaction.commit()
        with pytest.raises(ConflictError):
            manager.commit()
    transaction.begin()
    assert [one.receiver for one in handovers(dossier)] == ["nguyenthithuha"]
    over = {"receiver": "phamquochuy", "reason": "Chuyển sang nhiệm vụ khác"}
    answer = client("hoangvanluu").post(f"{dossier.absolute_url()}/@acts/hand_over_dossier", json=over)
    assert (answer.status_code, answer.json()["error"]["type"]) == (409, "handover_pending")
    assert "Nguyễn Thị Thu Hà" in answer.json()["error"]["message"]


def filled_in(shown, **changes):
    """list of (name, value): what a browser sends of the form as it is shown, but for ``changes`` (by part of a name)."""
    [form] = [one for one in html.fromstring(shown).forms if "form.widgets.title" in one.fields]
    for cell in form.xpath(".//input[@type='text' and not(@value)]"):
        cell.set("value", "")  # browsers send what is empty, lxml does not
    sent = [(name, value) for name, value in form.form_values() if not name.startswith("form.buttons")]
    changed = [
        (name, next((new for part, new in changes.items() if part in name), value)) for name, value in sent
    ]
    return [*changed, ("form.buttons.save", "1")]


def faults_of(shown):
    """What a form says is wrong: list of str."""
    marks = "//*[contains(@class, 'error') or contains(@class, 'invalid-feedback') or contains(@class, 'alert')]"
    return [" ".join(one.text_content().split())[:300] for one in html.fromstring(shown).xpath(marks)]


def test_the_second_of_two_editors_is_told_and_keeps_what_he_typed(catalogue, client):
    url = f"{catalogue.absolute_url()}/edit"
    first, second = client("hoangvanluu", "text/html"), client("skhcnqtdv", "text/html")
    seen_by_both = [session.get(url).text for session in (first, second)]
    reason = {"widgets.reason": "Bổ sung việc phát sinh"}
    mine = {"entries.0.widgets.title": "Hồ sơ hạ tầng dùng chung", **reason}
    theirs = {"entries.0.widgets.title": "Hồ sơ máy chủ", **reason}
    saved = first.post(url, data=filled_in(seen_by_both[0], **mine))
    assert saved.url == catalogue.absolute_url(), faults_of(saved.text)
    refused = unescape(second.post(url, data=filled_in(seen_by_both[1], **theirs)).text)
    assert "Hoàng Văn Lưu vừa sửa danh mục" in refused and 'value="Hồ sơ máy chủ"' in refused
    transaction.begin()
    assert catalogue.entries[0]["title"] == "Hồ sơ hạ tầng dùng chung"
    assert second.post(url, data=filled_in(refused)).url == catalogue.absolute_url()
    transaction.begin()
    assert catalogue.entries[0]["title"] == "Hồ sơ máy chủ"
    kept = [version.entries[0]["title"] for version in ICatalogueRows(catalogue).versions()]
    assert kept == ["Hồ sơ máy chủ", "Hồ sơ hạ tầng dùng chung", "Hồ sơ hạ tầng"]


def test_rows_without_their_empty_cells_are_refused_by_name(catalogue, client):
    session, url = client("hoangvanluu", "text/html"), f"{catalogue.absolute_url()}/edit"
    whole = filled_in(session.get(url).text)
    answer = session.post(url, data=[(name, value) for name, value in whole if name != "form.widgets.entries.1.widgets.note"])
    assert answer.status_code == 400
    assert "Bảng “Hồ sơ trong danh mục”, dòng 2: thiếu ô “Ghi chú”" in unescape(answer.text)
    transaction.begin()
    assert len(ICatalogueRows(catalogue).versions()) == 1


def test_a_long_catalogue_is_edited_part_by_part(catalogue, client):
    """Three hundred rows were a form that opened in seconds and that Zope refused: it had more than 1,024 fields."""
    session, url = client("hoangvanluu", "text/html"), f"{catalogue.absolute_url()}/edit"
    model = {**catalogue.entries[0], "holder": ""}
    rows = [{**model, "number": number, "title": f"Hồ sơ số {number}"} for number in range(1, 301)]
    ICatalogueRows(catalogue).change(catalogue.headings, rows, "hoangvanluu", "Lập danh mục nhiều hồ sơ")
    transaction.commit()
    shown = session.get(f"{url}?part=3").text
    assert 'value="Hồ sơ số 81"' in unescape(shown) and 'value="Hồ sơ số 121"' not in unescape(shown)
    assert [one.text for one in html.fromstring(shown).xpath("//nav[@data-row-parts]/a[@aria-current]")] == ["81–120"]
    sent = filled_in(shown, **{"widgets.reason": "Đổi tên một hồ sơ", "entries.0.widgets.title": "Hồ sơ mới"})
    assert len(sent) < 1024
    saved = session.post(url, data=sent)
    assert saved.url == f"{url}?part=4", faults_of(saved.text)
    transaction.begin()
    titles = [row["title"] for row in catalogue.entries]
    assert (len(titles), titles[79:82]) == (300, ["Hồ sơ số 80", "Hồ sơ mới", "Hồ sơ số 82"])
