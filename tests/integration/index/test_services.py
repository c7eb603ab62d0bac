"""``@records`` and ``@worklist``: columns, facets, filters, pages by cursor, and bad input."""

from plone import api
import pytest
from qlvb.content.index.api.records.get import RecordsGet
from qlvb.content.index.api.worklist.get import WorklistGet
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.globalrequest import getRequest


@pytest.fixture
def ask(province, login_as):
    """``ask("leminhanh", RecordsGet, text="…")`` -> (status, answer)."""

    def ask(userid, service, **form):
        request = getRequest().clone()
        request.form.update(form)
        with login_as(userid):
            one = service()
            one.context, one.request = api.portal.get(), request
            answer = one.reply()
        return request.response.getStatus(), answer

    return ask


def form_of(url):
    """The parameters of an address, as a request has them."""
    return {name: values[0] if len(values) == 1 else values for name, values in parse_qs(urlsplit(url).query).items()}


def test_chosen_columns(make, ask):
    make("Về việc thử cột", urgency="urgent")
    status, answer = ask("leminhanh", RecordsGet, columns="subject,urgency", type=["IncomingDocument"])
    assert status == 200
    assert [column["id"] for column in answer["columns"]] == ["subject", "urgency"]
    [item] = answer["items"]
    assert {"@id", "@type", "uid", "subject", "urgency"} == set(item)
    assert (item["subject"], item["urgency"]) == ("Về việc thử cột", "urgent")


def test_without_columns_rows_have_everything(make, ask):
    make("Về việc thử")
    [item] = ask("leminhanh", RecordsGet)[1]["items"]
    assert item["issuing_body"] == "Sở Nội vụ"
    assert item["holders"] == ["vanthuskhcn"]


def test_facets_come_with_their_words(make, ask):
    make("Một", urgency="urgent")
    make("Hai")
    make("Ba")
    answer = ask("leminhanh", RecordsGet, facets=["urgency", "year,state"])[1]
    assert [(row["value"], row["count"]) for row in answer["facets"]["urgency"]] == [("normal", 2), ("urgent", 1)]
    assert answer["facets"]["urgency"][1]["title"] != "urgent"
    assert set(answer["facets"]) == {"urgency", "year", "state"}


def test_a_repeated_parameter_means_any_of_its_values(make, ask):
    make("Một", urgency="urgent")
    make("Hai", urgency="express")
    make("Ba")
    answer = ask("leminhanh", RecordsGet, urgency=["urgent", "express", ""], sort_on="subject", facets="urgency")[1]
    assert [item["subject"] for item in answer["items"]] == ["Hai", "Một"]
    assert {row["value"]: row["count"] for row in answer["facets"]["urgency"]} == {
        "normal": 1,
        "urgent": 1,
        "express": 1,
    }


@pytest.mark.parametrize("service", [RecordsGet, WorklistGet])
def test_links_lead_through_every_page(make, ask, service):
    for number in range(7):
        make(f"Văn bản {number}", "incoming.unread|leminhanh")
    form = {"sort_on": "-subject", "b_size": "3", **({"box": "incoming.unread"} if service is WorklistGet else {})}
    seen, pages = [], 0
    while form is not None:
        answer = ask("leminhanh", service, **form)[1]
        seen += [item["subject"] for item in answer["items"]]
        pages += 1
        links = answer["batching"]
        form = form_of(links["next"]) if "next" in links else None
        assert form is None or "after" in form
    assert seen == [f"Văn bản {number}" for number in range(6, -1, -1)]
    assert pages == 3
    before = ask("leminhanh", service, **form_of(links["prev"]))[1]
    assert [item["subject"] for item in before["items"]] == ["Văn bản 3", "Văn bản 2", "Văn bản 1"]
    assert ask("leminhanh", service, **form_of(links["first"]))[1]["items"][0]["subject"] == "Văn bản 6"
    assert ask("leminhanh", service, **form_of(links["last"]))[1]["items"][0]["subject"] == "Văn bản 0"


@pytest.mark.parametrize(
    ("form", "field", "code"),
    [
        ({"columns": "subject,password"}, "columns", "unknown_column"),
        ({"facets": "subject"}, "facets", "unknown_facet"),
        ({"b_size": "1000000000"}, "b_size", "invalid_batch"),
        ({"b_size": "9" * 6000}, "b_size", "invalid_batch"),
        ({"b_size": "-1"}, "b_size", "invalid_batch"),
        ({"b_start": ["1", "2"]}, "b_start", "invalid_batch"),
        ({"b_start": "9" * 18}, "b_start", "invalid_batch"),
        ({"after": "x"}, "after", "invalid_cursor"),
        ({"after": ["x", "y"]}, "after", "invalid_cursor"),
        ({"sort_on": "password"}, "sort", "unknown_sort"),
        ({"password": "1"}, "password", "unknown_filter"),
        ({"year": "'; DROP TABLE records"}, "year", "invalid_filter"),
    ],
)
def test_bad_input_is_named(ask, form, field, code):
    status, answer = ask("leminhanh", RecordsGet, **form)
    assert status == 400
    assert [(one["field"], one["code"]) for one in answer["error"]["violations"]] == [(field, code)]


@pytest.mark.parametrize("service", [RecordsGet, WorklistGet])
@pytest.mark.parametrize(
    "typed",
    [
        *("\"", "'", "*", "%", "_", "AND OR NOT", "NEAR(a b, 5)", "subject:x", "a*", "^a", "(", "{x}", "-", "a\x00b"),
        *("'; DROP TABLE records; --", "1 OR 1=1", "record_search MATCH x", "\ud7ff\uffff", "😀 🇻🇳"),
        *("x" * 10_000, "từ " * 3_000),
    ],
)
def test_whatever_is_searched_is_answered(make, ask, service, typed):
    make("Về việc thử", "incoming.unread|leminhanh")
    form = {"box": "incoming.unread"} if service is WorklistGet else {}
    status, answer = ask("leminhanh", service, text=typed, **form)
    assert status == 200
    # What holds no word is no search.
    assert answer["items_total"] == 1 or any(char.isalnum() for char in typed)


def test_worklist_has_columns_too(make, ask):
    make("Về việc thử", "incoming.unread|leminhanh")
    answer = ask("leminhanh", WorklistGet, box="incoming.unread", columns=["subject", "ordinal"])[1]
    assert answer["columns"] == ["subject", "ordinal"]
    assert [(item["ordinal"], item["subject"]) for item in answer["items"]] == [(1, "Về việc thử")]
    status, _answer = ask("leminhanh", WorklistGet, box="incoming.unread", columns="nothing")
    assert status == 400
