"""Twenty thousand generated documents: every answer of the index against what the generator itself says."""

from benchmarks.data import rights
from benchmarks.data.loading import is_loaded
from benchmarks.data.loading import load
from benchmarks.data.records import Records
from collections import Counter
import pytest
from qlvb.content import clock
from qlvb.content.index import database
from qlvb.content.index import fulltext
from qlvb.content.index import listing as listing_module
from qlvb.content.index import question as question_module
from qlvb.content.index import schema
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.tables import metadata
from qlvb.content.index.viewer import Viewer
from zope.component import getUtility


COUNT = 20_000
DOCUMENTS = ("IncomingDocument", "OutgoingDocument")
PLANTED = "V/v khảo nghiệm giống lúa Đông Phương Hồng"
BOXES = (
    "incoming.unread",
    "incoming.in_progress",
    "incoming.done",
    "incoming.forwarded",
    "incoming.waiting",
    "incoming.to_distribute",
    "incoming.to_direct",
    "outgoing.mine",
    "outgoing.drafts",
    "outgoing.to_number",
    "outgoing.issued",
)


class PlantedRecords(Records):
    """Every 1,001st document has a subject of its own, among them secret ones."""

    def _make(self, index, day, random, numbers):
        made = super()._make(index, day, random, numbers)
        if index % 1001 == 0:
            made.subject = f"{PLANTED} {index}"
        return made


@pytest.fixture(scope="module")
def records():
    return PlantedRecords(COUNT)


@pytest.fixture(scope="module")
def made(records):
    """list of (Made, agency, principals that may view, boxes)."""
    found = []
    for one in records:
        agency = records.province[one.agency]
        found.append((one, agency, rights.acl(one, agency), rights.boxes(one, agency)))
    return found


def interrupted(done):
    """A loading that is cut off goes on where it was: what follows is asked of an index that was."""
    raise KeyboardInterrupt


@pytest.fixture(scope="module")
def directory(records, tmp_path_factory):
    """Directory of an index with the documents in it."""
    directory = tmp_path_factory.mktemp("twenty-thousand")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QLVB_INDEX_DIRECTORY", str(directory))
        patch.delenv("QLVB_INDEX_DSN", raising=False)
        engine = database.new_engine("plone")
        with engine.begin() as connection:
            metadata.create_all(connection)
            fulltext.index_of(connection).create(connection)
        assert not is_loaded(engine, records, bodies=False)
        with pytest.raises(KeyboardInterrupt):
            load(engine, records, bodies=False, progress=interrupted)
        assert not is_loaded(engine, records, bodies=False)
        load(engine, records, bodies=False)
        assert is_loaded(engine, records, bodies=False)
    return directory


@pytest.fixture
def as_person(portal, directory, monkeypatch):
    """``as_person(person)``: the listing as this person of the generated province would ask it."""
    monkeypatch.setenv("QLVB_INDEX_DIRECTORY", str(directory))
    monkeypatch.delenv("QLVB_INDEX_DSN", raising=False)

    def _listing(person):
        monkeypatch.setattr(schema, "ready_engine", database.engine)
        viewer = Viewer(person.principals, person.tokens)
        for module in (listing_module, question_module):
            monkeypatch.setattr(module, "current_viewer", lambda principals=None: viewer)
        return getUtility(IListing)

    with clock.held(Records(1).until):
        yield _listing


def somebody(records, place, function):
    return records.province[place].having(function)[0]


PEOPLE = [(0, "leader"), (0, "specialist"), (3, "clerk"), (7, "unit_leader"), (12, "archivist"), (19, "specialist")]


@pytest.fixture(params=PEOPLE, ids=lambda who: f"{who[1]}-{who[0]}")
def person(request, records):
    return somebody(records, *request.param)


def visible(made, person):
    return [(one, boxes) for one, _agency, acl, boxes in made if acl & person.tokens]


def test_generator_knows_secrets(made):
    """What the expectations below rest on: it is no empty set that is compared."""
    states = Counter((one.direction, one.state) for one, *_more in made)
    assert states["incoming", "finished"] > 9000 and states["outgoing", "issued"] > 6000
    secret = [(one, agency, acl) for one, agency, acl, _boxes in made if one.secrecy != "none"]
    assert len(secret) > 200
    for _one, agency, acl in secret:
        assert not any(name.startswith(f"user:{agency.id}.") for name in acl)


def test_counts_of_boxes(as_person, made, person):
    counts = as_person(person).counts(BOXES)
    expected = Counter()
    for _one, boxes in visible(made, person):
        expected.update({box for box, who in boxes if who in person.principals and box in BOXES})
    assert counts == {box: expected[box] for box in BOXES}
    assert sum(counts.values()) > 0 or "archivist" in person.functions


def test_everything_that_may_be_seen_and_nothing_else(as_person, made, person):
    listing, seen, after, start = as_person(person), [], None, 0
    question = Question(types=DOCUMENTS)
    while True:
        page = listing.page(question, start=start, size=200, after=after)
        seen += [row.uid for row in page.rows]
        if page.next is None:
            break
        after, start = page.next, start + 200
    expected = [one.uid for one, _boxes in visible(made, person)]
    assert page.total == len(expected) > 0
    assert Counter(seen) == Counter(expected)


def test_pages_by_position_cover_each_row_once(as_person, made, records):
    person = somebody(records, 1, "clerk")
    listing = as_person(person)
    question = Question(types=("IncomingDocument",), sort="-arrival_date")
    total = listing.count(question)
    rows = [row for start in range(0, total, 100) for row in listing.page(question, start, 100).rows]
    expected = {one.uid: one.day for one, _boxes in visible(made, person) if one.incoming}
    assert len(rows) == total == len(expected)
    assert {row.uid: row.arrival_date for row in rows} == expected
    days = [row.arrival_date for row in rows]
    assert days == sorted(days, reverse=True)


def test_planted_documents_are_found_by_those_who_may(as_person, made, person):
    page = as_person(person).search("khao nghiem giong lua dong phuong hong", size=100)
    expected = {one.uid for one, _boxes in visible(made, person) if one.subject.startswith(PLANTED)}
    assert {row.uid for row in page.rows} == expected
    assert page.total == len(expected)


def test_somebody_finds_planted_documents(as_person, made, records):
    found = set()
    for place in range(len(records.province)):
        for function in ("leader", "clerk"):
            page = as_person(somebody(records, place, function)).search(PLANTED, size=100)
            found |= {row.uid for row in page.rows}
    assert len(found) >= 10
    assert found <= {one.uid for one, *_more in made if one.subject.startswith(PLANTED)}


def test_numbers_run_without_gap(made):
    books = {}
    for one, agency, _acl, _boxes in made:
        if one.number:
            books.setdefault((agency.id, one.register, one.day.year), []).append(one.number)
    assert len(books) > 100
    for numbers in books.values():
        assert numbers == list(range(1, len(numbers) + 1))
