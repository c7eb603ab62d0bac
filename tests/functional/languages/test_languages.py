"""The main pages in both languages: none shows labels of the other, or a message id."""

from lxml import html
from outgoing_story import make_draft
from outgoing_story import open_registers
import pytest
from qlvb.policy.testing import PASSWORD
import re
from received import open_registers as open_registers_of
from received import received
import requests
import transaction
from translations.extract import messages
from translations.pages import spoken
from translations.pages import texts_of_records
from translations.pages import without


PAGES = {
    None: ("login", "no-such-page"),
    "leminhanh": (
        "",
        "@@todo",
        "@@worklist?box=outgoing.drafts",
        "@@worklist?box=incoming.overdue",
        "@@qlvb-search?q=phan+mem",
        "skhcn/@@add-outgoing",
        "{draft}",
        "{draft}/edit",
        "{draft}/@@readers",
        "{draft}/@@journal",
        "skhcn",
        "skhcn/outgoing",
        "skhcn/dossiers",
        "people/phamquochuy",
        "@@change-password",
    ),
    "vanthuskhcn": (
        "@@worklist?box=incoming.waiting",
        "skhcn/@@add-incoming",
        "skhcn/registers",
        "{register}",
        "{register}/@@reserve-number",
    ),
    "vanthusnv": ("", "{incoming}", "{incoming}/edit"),
    "nguyenthithuha": ("", "@@worklist?box=outgoing.to_review"),
    "skhcnqtdv": (
        "skhcn/@@people",
        "skhcn/@@add-person",
        "skhcn/posts/van-thu/@@assign",
        "skhcn/departments/++add++Department",
        "skhcn/posts/++add++Post",
        "skhcn/dossiers/@@new-catalogue",
    ),
    "quantri": ("@@agencies", "++add++Agency"),
}
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
#: The same in both languages: names of languages, keys, the manual's own words for a copy and a scan, and the names of
#: the site and of the test's user (an address may be broken before its @).
NEUTRAL = {"@sonhai.example", "Copy", "Scan", "English", "E-mail", "Ctrl", "Ctrl+Enter", "Enter", "Esc", "QLVB", "/"}
#: What is proposed as the text of a record: records are Vietnamese whatever language their reader has chosen.
PROPOSED = {"Kính trình lãnh đạo xem xét, phê duyệt dự thảo kèm theo."}


@pytest.fixture
def site(functional_province, keys):
    """The site with a draft, a document that waits, and open registers; dict of their addresses."""
    open_registers()
    open_registers_of("snv")
    places = {"draft": make_draft().absolute_url(), "incoming": received().absolute_url()}
    places["register"] = functional_province["skhcn"]["registers"].objectValues()[0].absolute_url()
    transaction.commit()
    return places


@pytest.fixture
def read(functional_province, site):
    """``read("leminhanh", "@@todo", "en")``: set of the texts of the page for that person, in that language."""

    def texts(userid, path, language):
        address = path.format(**site)
        if not address.startswith("http"):
            address = f"{functional_province.absolute_url()}/{address}"
        answer = requests.get(
            address,
            auth=userid and (userid, PASSWORD),
            cookies={"I18N_LANGUAGE": language},
            headers={"Accept": "text/html"},
            timeout=60,
        )
        assert answer.status_code == (404 if path == "no-such-page" else 200), address
        page = html.fromstring(answer.content.decode("utf-8"))
        assert page.get("lang", language) == language  # a part of a page says none
        for cut in page.xpath("//p[@class='qlvb-hit__snippet']"):  # parts of records
            cut.drop_tree()
        for mark in page.xpath("//mark"):
            mark.drop_tag()
        return spoken(page)

    return texts


@pytest.mark.parametrize("userid", PAGES)
def test_pages_speak_the_language_chosen(functional_province, read, userid):
    records = texts_of_records(functional_province)
    ids = set(messages())
    strange = {}
    for path in PAGES[userid]:
        vietnamese, english = read(userid, path, "vi") - PROPOSED, read(userid, path, "en") - PROPOSED
        untranslated = {text for text in english if VIETNAMESE.search(without(text, records))}
        same = {text for text in vietnamese & english - NEUTRAL if re.search("[A-Za-z]{3}", without(text, records))}
        raw = {text for text in vietnamese | english if text in ids and "_" in text}
        if untranslated | same | raw:
            strange[path] = (untranslated, same, raw)
    assert strange == {}


def test_sections_are_called_in_the_language_chosen(read):
    """On the path and as heading; the records have these words as titles, so the test above takes them for data."""
    for path, vietnamese in (("skhcn/outgoing", "Văn bản đi"), ("skhcn/disposals", "Xác định giá trị và hủy")):
        assert vietnamese in read("leminhanh", path, "vi")
        assert vietnamese not in read("leminhanh", path, "en"), path


def test_plone_s_own_words_are_vietnamese(functional_province, read):
    """Buttons and errors of Plone's forms, which no template of ours says."""
    form = read("skhcnqtdv", "skhcn/departments/++add++Department", "vi")
    assert {"Lưu", "Hủy"} <= form
    assert not {"Save", "Cancel"} & form
