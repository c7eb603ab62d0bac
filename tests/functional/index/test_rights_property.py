"""Nobody finds, counts or reads in the index what he may not view: the index's answers against the ZODB's.

A case is one person, one record and one question. The changes pile up from example to example, as in a site's life.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from collections import Counter
from datetime import date
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.documents.interfaces import SECRECY
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
import transaction
from zope.component import getUtility


#: Two agencies: their clerk, a drafter.
AGENCIES = {"skhcn": ("vanthuskhcn", "leminhanh"), "snv": ("vanthusnv", "vanthusnv")}
OF_EACH = 8
EXAMPLES = 6
CASES = 10_000
ROLES = ("Drafter", "Handler", "Participant", "RecordsClerk", "AgencyLeader", "UnitLeader", "AgencyMember", "Archivist")
CAUSES = ("draft", "step", "line", "delivery", "dossier", "delegation", "sharing")
GROUPS = ("skhcn.clerk", "skhcn.leader", "snv.clerk", "skhcn.cntt.unit_leader", "skhcn.member", "snv.member")
PEOPLE = ("leminhanh", "phamquochuy", "nguyenthithuha", "vanthuskhcn", "vanthusnv", "hoangvanluu", "skhcnqtdv")
FACETS = ("agency", "direction", "year", "secrecy")
WORDS = ("alpha", "bravo", "charlie", "delta", "echo", "golf", "hotel", "india")


@pytest.fixture
def records(functional_province):
    """Documents of both directions and dossiers of two agencies: list, in the order in which they were made."""
    factory = getUtility(IDocumentFactory)
    made = []
    for agency, (clerk, drafter) in AGENCIES.items():
        for number in range(OF_EACH):
            subject = f"Kiểm tra quyền {WORDS[number]}{agency}"
            incoming = {"issuing_body": "Bộ Nội vụ", "document_symbol": "BNV", "original_number": str(number)}
            fields = {"subject": subject, "document_type": "official_letter"}
            made.append(
                factory.create(
                    "IncomingDocument", agency, {**fields, **incoming, "issue_date": date(2026, 1, 5)}, by=clerk
                )
            )
            made.append(factory.create("OutgoingDocument", agency, dict(fields), by=drafter))
    made += make_dossiers(functional_province)
    transaction.commit()
    return made


def make_dossiers(portal):
    """A catalogue and its dossiers: list."""
    entry = {"heading": "cntt", "retention_kind": "permanent", "retention_years": None, "note": ""}
    catalogue = createContentInContainer(
        portal["skhcn"]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id="2026",
        title="Danh mục hồ sơ năm 2026",
        year=2026,
        headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}],
        entries=[
            {**entry, "number": 1, "title": f"Kiểm tra quyền {WORDS[0]}skhcn", "holder": "phamquochuy"},
            {**entry, "number": 2, "title": f"Kiểm tra quyền {WORDS[1]}skhcn", "holder": "leminhanh"},
        ],
    )
    with api.env.adopt_user("hoangvanluu"):
        IActs(catalogue).perform("approve_catalogue", {"decision": "05/QĐ-SKHCN"})
    finder = getUtility(IDossierFinder)
    return [catalogue, *(finder.open_from_entry(catalogue, f"0{place}.CNTT", "leminhanh") for place in (1, 2))]


def change(record, kind, who, role, cause, secrecy):
    """One of the changes that life brings."""
    grants = IGrants(record)
    if kind == "grant":
        grants.grant(who, role, cause)
    elif kind == "revoke":
        grants.revoke(cause)
    elif kind == "secrecy" and hasattr(record, "secrecy"):
        record.secrecy = secrecy
    elif kind == "line" and hasattr(record, "secrecy") and who in PEOPLE:
        if not ILines(record).of(who):
            ILines(record).assign("coordinate", who, by="nguyenthithuha")
    elif kind == "permission":
        for permission in ("View", "Access contents information"):
            record.manage_permission(permission, sorted({role, "Handler", "Manager"}), acquire=0)
    elif kind == "local role":
        record.manage_setLocalRoles(who, [role])
    record.reindexObject()
    reindex_security(record)


changes = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from(["grant", "revoke", "secrecy", "line", "permission", "local role"]),
        st.sampled_from([*PEOPLE, *GROUPS]),
        st.sampled_from(ROLES),
        st.sampled_from(CAUSES),
        st.sampled_from(list(SECRECY)),
    ),
    min_size=5,
    max_size=30,
)


def uids(page):
    return Counter(row.uid for row in page.rows)


def questions(listing):
    """(name, answer): ``answer(visible)`` gives what the index says and what the ZODB says of it."""
    searched = ("IncomingDocument", "OutgoingDocument", "Dossier")

    def of_types(visible, *types):
        return Counter(record.UID() for record in visible if record.portal_type in (types or {record.portal_type}))

    yield "everything", lambda visible: (uids(listing.page(Question(), size=200)), of_types(visible))
    yield "count", lambda visible: (listing.count(Question()), len(visible))
    yield (
        "box",
        lambda visible: (
            uids(listing.query("incoming.all", size=200)),
            of_types(visible, "IncomingDocument"),
        ),
    )
    yield (
        "counts",
        lambda visible: (
            listing.counts(["incoming.all", "outgoing.all"]),
            {
                "incoming.all": of_types(visible, "IncomingDocument").total(),
                "outgoing.all": of_types(visible, "OutgoingDocument").total(),
            },
        ),
    )
    yield "search", lambda visible: (uids(listing.search("kiem tra quyen", size=200)), of_types(visible, *searched))
    yield "total", lambda visible: (listing.search("quyền", size=1).total, of_types(visible, *searched).total())
    for word in WORDS[:3]:
        yield (
            f"word {word}",
            lambda visible, word=word: (
                uids(listing.search(f"{word}skhcn", size=200)),
                Counter(record.UID() for record in visible if f"{word}skhcn" in subject(record)),
            ),
        )
    yield (
        "facets",
        lambda visible: (
            {name: sum(count for _value, count in values) for name, values in facets(listing).items()},
            {name: sum(1 for record in visible if facet(record, name)) for name in FACETS},
        ),
    )


def subject(record):
    return getattr(aq_base(record), "subject", None) or record.title


def facets(listing):
    return listing.facets(Question(), FACETS)


def facet(record, name):
    """bool: the record counts under some value of the facet."""
    return name in ("agency", "year") or IDocument.providedBy(record)


def test_the_index_says_what_the_zodb_says(records, login_as):
    people = sorted({person.userid for person in getUtility(IDirectory).people()})
    assert {"quantri", *PEOPLE} <= set(people)
    listing = getUtility(IListing)
    seen = Counter()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(changes)
    def life(some):
        for place, *what in some:
            change(records[place % len(records)], *what)
        transaction.commit()
        for userid in people:
            with login_as(userid):
                visible = [record for record in records if getSecurityManager().checkPermission("View", record)]
                seen["visible"] += len(visible)
                for name, answer in questions(listing):
                    told, true = answer(visible)
                    assert told == true, (userid, name)
                    seen["cases"] += len(records)

    life()
    assert seen["cases"] >= CASES
    assert 0 < seen["visible"] < len(people) * len(records) * EXAMPLES
