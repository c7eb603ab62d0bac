"""What a person may not see shows in no tier, total, page or suggestion."""

from datetime import date
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest
from qlvb.content.index import fulltext
from qlvb.content.index import tables
from qlvb.content.index.asked import read
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
import unicodedata


QUESTIONS = (
    "kế hoạch",
    "phong chong dich",
    "thuyr lowij",
    "quyết địn",
    "ke hoahc",
    "báo cáo năm 2024",
    "Nguyễn",
    "Sở Y tế -quyết",
    '"chuyển đổi số"',
    "số 12",
    "cảicách hành chính",
)


@pytest.fixture
def trial(engine):
    """A connection whose changes do not last."""
    with engine.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("of", [1, 2, 3])
def test_only_what_is_open_is_found(connection, question, of):
    own = tables.records.c.acl == of
    may_see = set(connection.scalars(select(tables.records.c.id).where(own)))
    asked = read(question)
    everything = fulltext.search(connection, asked, size=10_000)
    by_clause = fulltext.search(connection, asked, where=[own], size=10_000)
    by_principal = fulltext.search(connection, asked, principals=[f"user:of{of}", "Anonymous"], size=10_000)
    assert set(by_clause.ids) <= may_see
    assert by_clause == by_principal
    assert by_clause.total == len(by_clause.ids)
    if everything.corrected is None and by_clause.corrected is None and len(set(everything.ids) & may_see) >= 5:
        assert set(by_clause.ids) == set(everything.ids) & may_see


def test_pages_are_the_whole_without_gaps_or_repeats(connection):
    asked = read("ke hoach")
    whole = fulltext.search(connection, asked, size=10_000)
    pages = [fulltext.search(connection, asked, start=start, size=37).ids for start in range(0, whole.total, 37)]
    assert [one for page in pages for one in page] == list(whole.ids)
    assert len(set(whole.ids)) == len(whole.ids) == whole.total > 200


def test_the_agencies_narrow_as_the_clause_does(connection):
    asked = read("ke hoach")
    by_scope = fulltext.search(connection, asked, scopes=["syt", "stc"], size=10_000)
    by_clause = fulltext.search(connection, asked, where=[tables.records.c.agency.in_(["syt", "stc"])], size=10_000)
    assert set(by_scope.ids) == set(by_clause.ids)
    assert by_scope.total == by_clause.total > 0


def test_nobody_finds_nothing(connection):
    assert fulltext.search(connection, read("kế hoạch"), principals=["user:nobody"]).total == 0


def add(connection, number, subject, acl):
    day = date(2026, 1, 5).toordinal()
    record = {"id": number, "uid": f"n{number}", "acl": acl, "issue_day": day, "facts": {}}
    connection.execute(insert(tables.records), record)
    fulltext.store(connection, number, {"subject": subject})


def test_a_suggestion_names_no_word_of_hidden_records(trial):
    add(trial, 900_001, "Hồ sơ vụ Thạnhkhuê", acl=1)
    add(trial, 900_002, "Hồ sơ vụ Thạnhkhê", acl=2)
    typed = read("thanhkhuee")
    assert fulltext.search(trial, typed, where=[tables.records.c.acl == 1]).corrected == "thanhkhue"
    hidden = fulltext.search(trial, typed, where=[tables.records.c.acl == 2])
    assert (hidden.corrected, hidden.ids) in ((None, ()), ("thanhkhe", (900_002,)))


def test_a_record_that_goes_takes_its_words_along(trial):
    add(trial, 900_001, "Xứ sở quỳnhlưu", acl=1)
    assert fulltext.search(trial, read("quỳnhlưu")).ids == (900_001,)
    fulltext.remove(trial, [900_001])
    trial.execute(delete(tables.records).where(tables.records.c.id == 900_001))
    for typed in ("quỳnhlưu", "quynhluuu"):
        found = fulltext.search(trial, read(typed))
        assert (found.total, found.corrected) == (0, None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_record_is_found_by_its_own_subject(connection, corpus, data):
    one = data.draw(st.sampled_from(corpus))
    subject = one["texts"]["subject"]
    form = data.draw(st.sampled_from([str, str.upper, lambda text: unicodedata.normalize("NFD", text)]))
    found = fulltext.search(connection, read(form(subject)), size=1000)
    assert one["id"] in found.ids


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=80)
    | st.text(alphabet="kế hoạch\"'-()*:/&|!^%\\\0\ud800 12", max_size=80)
    | st.sampled_from(["a" * 10_000, "\U0001f600", "'; DROP TABLE records; --", "record_search:x", "NEAR(a b)", "a:*"])
)
def test_no_question_raises(connection, text):
    found = fulltext.search(connection, read(text))
    assert found.total >= len(found.ids)
