"""Personal documents over HTTP: screens and REST."""

import pytest


@pytest.fixture
def site(functional_province):
    return functional_province.absolute_url()


def posted(session, form, files=None, **changes):
    fields = {**dict(form.form_values()), **changes}
    return session.post(form.action, data=fields, files=files)


def form_with(page, name):
    return next(form for form in page.forms if form.xpath(f".//*[@name='{name}']"))


def test_kept_found_changed_and_removed(site, visitor, read, client):
    me = visitor("leminhanh")
    page = read(me.get(f"{site}/@@personal-documents"))
    assert "Chưa có tài liệu nào" in page.text_content()
    wrong = read(posted(me, form_with(page, "note")), 400)
    assert wrong.xpath("//*[@role='alert']//a[@href='#field-subject']")
    file = {"file": ("Ca trực.png", PNG, "image/png")}
    made = read(posted(me, form_with(page, "note"), file, note="Ca đêm <b>thứ Năm</b>"))
    assert made.xpath("string(//h1)") == "Ca trực" and "Ca trực.png" in made.text_content()
    assert "<b>thứ Năm</b>" in made.xpath("string(//textarea)")
    link = made.xpath("//a[contains(@href, '@@file') and contains(@href, 'download')]/@href")[0]
    assert me.get(link).content == PNG
    address = form_with(made, "remove").action
    assert visitor("phamquochuy").get(link).status_code in (401, 403, 404)
    assert client("phamquochuy").get(f"{address}/@personal-document").status_code in (401, 403, 404)
    assert client("quantri").delete(f"{address}/@personal-document").status_code in (401, 403, 404)
    assert "Ca trực" in read(me.get(f"{site}/@@personal-documents?q=ca+dem")).xpath("string(//tbody)")
    assert "Ca trực" in read(me.get(f"{site}/@@qlvb-search?q=ca+dem")).text_content()
    assert "Không có tài liệu nào có" in read(me.get(f"{site}/@@personal-documents?q=khongco")).text_content()
    again = read(posted(me, form_with(made, "add"), file, add="1"))
    assert again.xpath("string(//section//tbody//td[2])") == "2"
    assert read(posted(me, form_with(again, "add"), add="1"), 400).xpath("//a[@href='#field-file']")
    renamed = read(posted(me, form_with(again, "note"), subject="Ca trực tháng 12"))
    assert renamed.xpath("string(//h1)") == "Ca trực tháng 12"
    emptied = read(posted(me, form_with(renamed, "drop"), drop=renamed.xpath("//button[@name='drop']/@value")[0]))
    assert "Chưa có tệp" in emptied.text_content()
    gone = read(posted(me, form_with(emptied, "remove"), remove="1"))
    assert "Đã xóa tài liệu" in gone.text_content() and "Chưa có tài liệu nào" in gone.text_content()
    assert me.get(address).status_code == 404


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
