"""Dossiers whose time is over, and disposals on their way, for the tests."""

from datetime import date
from datetime import timedelta
from outgoing_story import make_draft
from outgoing_story import pdf
from plone import api
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index import database
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility


ARCHIVIST, HEAD, EXECUTOR = "hoangvanluu", "nguyenthithuha", "skhcnqtdv"
CHAIR, UNIT, EXPERT = "buitrungkien", "phamquochuy", "leminhanh"
#: A day on which the dossiers of :func:`expired_dossier` are due, and one before.
LATER, EARLIER = date(2038, 3, 1), date(2030, 3, 1)
REASON = "Hết thời hạn, không còn giá trị"
#: A word of a file that is destroyed, which nothing else says.
WORD = "xylophonethatnowhereelse"
FILE = {"filename": "Quyết định.pdf", "data": pdf()}
#: A decision that was signed on paper; one with a signature: tests/integration/disposal/test_decision_file.py.
SCANNED = {"file": FILE, "paper": True}


def expired_dossier(catalogue, code="02.CNTT", documents=1, **fields):
    """(dossier, documents): closed in 2026, kept for ten years."""
    dossier = getUtility(IDossierFinder).open_from_entry(catalogue, code, "leminhanh", **fields)
    made = [make_draft() for _number in range(documents)]
    for document in made:
        IDossierContents(dossier).add(document, "leminhanh")
    dossier.end_date = date(2026, 1, 5)
    fire(dossier, "close")
    dossier.reindexObject()
    return dossier, made


def propose(*records, reason="expired", by=ARCHIVIST):
    """A disposal with these records on its list."""
    values = {
        "title": "Xét hủy tài liệu năm 2038",
        "formation": "Hình thành trong hoạt động của Sở từ năm 2026",
        "contents": "Hồ sơ nâng cấp phần mềm",
    }
    disposal = create_disposal("skhcn", values, by)
    for record in records:
        add_item(disposal, record, reason, by)
    disposal.reindexObject()
    return disposal


def convene(disposal, person):
    person(ARCHIVIST).does(
        disposal,
        "convene",
        decision_number="15/QĐ-SKHCN",
        decision_date="2038-02-20",
        chair=CHAIR,
        secretary=ARCHIVIST,
        unit=[UNIT],
        expert=[EXPERT],
    )


def examined(disposal, person, choice="destroy"):
    """Convened, voted and concluded."""
    convene(disposal, person)
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        person(userid).does(disposal, "vote", choice=choice, why=REASON)
    return person(ARCHIVIST).does(disposal, "conclude")


def decided(disposal, person):
    examined(disposal, person)
    person(HEAD).does(disposal, "decide", number="20/QĐ-SKHCN", **SCANNED, password=PASSWORD)


def begun(disposal, person):
    decided(disposal, person)
    person(EXECUTOR).does(disposal, "execute_disposal", keeper=ARCHIVIST, witness=UNIT, password=PASSWORD)


def run(hours=25):
    """The worker, so many hours later."""
    with held(now() + timedelta(hours=hours)):
        getUtility(IRunner).run_pending()


def state(record):
    return api.content.get_state(record)


def stores_with(word, site):
    """Names of the files of the index that hold the word; those of blobs: tests/unit/disposal/test_irrecoverable.py."""
    index = database.file_of(site.getId())
    places = [index, index.with_name(f"{index.name}-wal")]
    return [path.name for path in places if path.exists() and word.encode() in path.read_bytes()]
