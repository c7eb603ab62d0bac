"""The way to a document is the list in which its reader finds it."""

from delegated import delegate
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import draft  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from outgoing_story import take_to
import pytest
from screens_reading import select


def way(record, login_as, userid):
    with login_as(userid):
        page = record.restrictedTraverse("view")()
    return [" ".join(crumb.text_content().split()) for crumb in select(page, ".doc-crumbs li")][:-1]


@pytest.mark.parametrize(
    ("state", "reader", "last"),
    [
        ("in_review", "phamquochuy", "VB chờ duyệt"),
        ("in_review", "leminhanh", "Theo dõi văn bản đi"),
        ("to_issue", "vanthuskhcn", "Văn bản chờ ban hành"),
        ("to_issue", "nguyenthithuha", "VB chờ văn thư phát hành"),
        ("numbered", "vanthuskhcn", "Chờ đóng dấu"),
    ],
)
def test_of_a_document_by_who_reads(draft, cast, login_as, state, reader, last):  # noqa: F811
    take_to(draft, cast, state)
    assert way(draft, login_as, reader)[-1] == last


def test_pages_below_a_document_name_the_section_and_no_folder_of_years(draft, cast, login_as):  # noqa: F811
    take_to(draft, cast, "in_review")
    with login_as("leminhanh"):
        page = draft.restrictedTraverse("@@consultation")()
    crumbs = select(page, ".qlvb-crumbs li")
    said = [" ".join(crumb.text_content().split()) for crumb in crumbs]
    assert said == ["Trang chủ", "Văn bản đi", draft.Title()]
    assert crumbs[1].cssselect("a")[0].get("href").endswith("/@@worklist?box=outgoing.all")


def test_who_stands_in_finds_it_among_what_was_delegated(draft, cast, login_as):  # noqa: F811
    take_to(draft, cast, "to_sign")
    delegate()
    assert way(draft, login_as, "buitrungkien")[-1] == "VB được ủy quyền"
    assert way(draft, login_as, "nguyenthithuha")[-1] == "VB chờ duyệt"
