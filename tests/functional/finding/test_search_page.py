"""The search screen as a browser gets it, without scripts."""

import pytest


def words(element):
    return " ".join(element.text_content().split())


def hits(page):
    return [words(link) for link in page.xpath("//li[contains(@class, 'qlvb-hit')]//h2/a")]


def total(page):
    return words(page.xpath("//*[@class='qlvb-resulthead__count']")[0])


def test_results_are_marked_and_their_number_is_said(visitor, papers, read):
    page = read(visitor("vanthuskhcn").get("@@qlvb-search?q=don+doc"))
    assert total(page) == "30 kết quả"
    assert page.xpath("//*[@class='qlvb-resulthead__count']/@aria-live") == ["polite"]
    assert len(hits(page)) == 25
    marks = {words(mark) for mark in page.xpath("//li[contains(@class, 'qlvb-hit')]//h2//mark")}
    assert {mark.lower() for mark in marks} <= {"đôn đốc", "đôn", "đốc"} and marks
    second = read(visitor("vanthuskhcn").get(page.xpath("//a[@rel='next']/@href")[0]))
    assert len(hits(second)) == 5 and not set(hits(second)) & set(hits(page))


def test_a_facet_narrows_and_its_chip_takes_it_back(visitor, papers, read):
    session = visitor("vanthuskhcn")
    page = read(session.get("@@qlvb-search?q=don+doc"))
    panel = page.xpath("//section[@aria-labelledby='facet-issuing_body']//a")
    counts = {words(link.xpath("span")[0]): int(words(link.xpath("b")[0])) for link in panel}
    assert counts == {"Sở Nội vụ": 20, "Sở Tài chính <b>": 10}
    link = next(link for link in panel if "Tài chính" in words(link))
    narrowed = read(session.get(link.get("href")))
    assert total(narrowed) == "10 kết quả"
    chip = narrowed.xpath("//a[@class='qlvb-filter']")
    assert ["Cơ quan ban hành: Sở Tài chính <b>" in words(one) for one in chip] == [True]
    assert total(read(session.get(chip[0].get("href")))) == "30 kết quả"


def test_values_of_one_facet_add_up_and_go_one_by_one(visitor, papers, read):
    session = visitor("vanthuskhcn")

    def panel(page):
        links = page.xpath("//section[@aria-labelledby='facet-issuing_body']//a")
        return {words(link.xpath("span")[0]): link for link in links}

    page = read(session.get("@@qlvb-search?q=don+doc"))
    page = read(session.get(panel(page)["Sở Nội vụ"].get("href")))
    assert total(page) == "20 kết quả"
    # The facet still says what its other value would add.
    assert {name: words(link.xpath("b")[0]) for name, link in panel(page).items()} == {
        "Sở Nội vụ": "20",
        "Sở Tài chính <b>": "10",
    }
    page = read(session.get(panel(page)["Sở Tài chính <b>"].get("href")))
    assert total(page) == "30 kết quả"
    chips = page.xpath("//a[@class='qlvb-filter']")
    assert len(chips) == 2
    one = read(session.get(next(chip for chip in chips if "Nội vụ" in words(chip)).get("href")))
    assert total(one) == "10 kết quả"
    # The form of the fields carries several values along.
    several = read(session.get("@@qlvb-search?document_type=official_letter&document_type=report&urgency=&fields=1"))
    assert total(several) == "30 kết quả"
    form = next(form for form in several.forms if form.xpath(".//select[@name='document_type']"))
    assert [value for name, value in form.form_values() if name == "document_type" and value] == [
        "official_letter",
        "report",
    ]


def test_markup_in_records_is_shown_and_never_obeyed(visitor, papers, read):
    session = visitor("vanthuskhcn")
    for query in ("alert", "onerror", "thuy+loi", "img+src"):
        for address in (f"@@qlvb-search?q={query}", f"@@search-suggestions?q={query}"):
            answer = session.get(address)
            page = read(answer)
            assert "alert(1)" in page.text_content(), address
            assert not page.xpath("//script[contains(text(), 'alert')]|//img|//i[contains(text(), 'ghi')]"), address
            assert "<script>alert" not in answer.text and "<img" not in answer.text, address


def test_people_of_other_agencies_find_nothing_not_even_counts(visitor, papers, read):
    page = read(visitor("vuhaiyen").get("@@qlvb-search?q=don+doc"))
    assert hits(page) == [] and page.xpath("//aside[@class='qlvb-facets']") == []
    assert "Không có văn bản nào" in words(page.xpath("//*[contains(@class, 'qlvb-empty')]")[0])
    answer = visitor("vuhaiyen").get("@@search-suggestions?q=don+doc")
    assert "góp ý" not in answer.text


@pytest.mark.parametrize(
    "typed",
    [
        '"', "'", "*", "%", "AND OR NOT", "NEAR(a b, 5)", "subject:x", "a*", "^a", "(", "'; DROP TABLE records; --",
        "{x}", "😀 🇻🇳", "\\", "a\x00b", "x" * 10_000, "từ " * 3_000, "\ud7ff\uffff", "-", '-"', "<script>", "1 OR 1=1", "+a", "a:b:c",
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered(visitor, papers, typed):
    session = visitor("vanthuskhcn")
    for address in ("@@qlvb-search", "@@search-suggestions"):
        answer = session.post(address, data={"q": typed}) if len(typed) > 2000 else session.get(
            address, params={"q": typed}
        )  # fmt: skip
        assert answer.status_code == 200, (address, typed[:20], answer.status_code)
        assert "Traceback" not in answer.text and "sqlite" not in answer.text.lower()


@pytest.mark.parametrize(
    "address, status",
    [
        ("q=a&sort_on=colour", 400),
        ("q=a&year=abc", 400),
        ("q=a&urgency=loud", 400),
        ("q=a&b_start=-1", 400),
        ("q=a&b_start=99999999999999999999", 400),
        ("q=a&issue_from=yesterday", 400),
        ("q=a&number=x", 400),
        ("q=a&view=chart", 200),
        ("q=a&q=b", 200),
        ("q=a&agency=nowhere", 200),
        ("q=a&register=x%27&dossier=y%22", 200),
        ("find_signatory=%00", 200),
        ("find_dossier=%25%25%25&find_issuing_body=%22", 200),
        ("colour=red", 200),
    ],
)
def test_bad_addresses_are_answered(visitor, papers, address, status):
    answer = visitor("vanthuskhcn").get(f"@@qlvb-search?{address}")
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_fields_find_by_names_as_people_type_them(visitor, papers, read):
    session = visitor("vanthuskhcn")
    page = read(session.get("@@qlvb-search?find_issuing_body=so+tai+chinh"))
    assert total(page) == "10 kết quả"
    assert page.xpath("//details[contains(@class, 'qlvb-lookup')]/@open")
    assert "Cơ quan ban hành: so tai chinh" in words(page.xpath("//a[@class='qlvb-filter']")[0])
    assert total(read(session.get("@@qlvb-search?subject=du+thao+so+12"))) == "1 kết quả"
    assert hits(read(session.get("@@qlvb-search?find_signatory=khong+ai+ten+nay"))) == []


def test_the_table_has_the_columns_that_were_chosen(visitor, papers, read, post):
    session = visitor("vanthuskhcn")
    page = read(session.get("@@qlvb-search?q=don+doc&view=table"))
    back = read(post(session, page, "@@choose-columns", columns=["reference", "note"], save="1"))
    assert back.xpath("//th/@data-column") == ["reference", "subject", "note"]
    assert "don doc" in back.xpath("//input[@id='big-q']/@value")
    moved = read(post(session, back, "@@choose-columns", up="note"))
    assert moved.xpath("//th/@data-column") == ["reference", "note", "subject"]
    other = read(visitor("leminhanh").get("@@qlvb-search?q=don+doc&view=table"))
    assert "note" not in other.xpath("//th/@data-column")
    again = read(post(session, moved, "@@choose-columns", reset="1"))
    assert again.xpath("//th/@data-column") == page.xpath("//th/@data-column")


def test_suggestions_are_few_and_lead_on(visitor, papers, read):
    page = read(visitor("vanthuskhcn").get("@@search-suggestions?q=gop+y"))
    options = page.xpath("//li[@role='option']")
    assert len(options) == 7
    assert options[-1].xpath("a/@href")[0].endswith("@@qlvb-search?q=gop+y")
    assert page.xpath("//li[@role='option']") and "6 gợi ý" in page.xpath("//@data-said")[0]
    assert visitor("vanthuskhcn").get("@@search-suggestions?q=g").text.count("role=\"option\"") == 0


def test_the_address_of_plones_own_search_leads_to_ours(visitor, papers, read):
    answer = visitor("vanthuskhcn").get("@@search", params={"SearchableText": "đôn đốc"})
    assert answer.url.split("/plone/")[1].startswith("@@qlvb-search?q=")
    assert total(read(answer)) == "30 kết quả"
