"""Documents that are in no dossier as a Package of TT 05/2025 (Phụ lục II and IV)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.packages import premis
from qlvb.content.packages.fields import DOCUMENTS
from qlvb.content.packages.fields import profile_of
from qlvb.content.packages.interfaces import RULE
from qlvb.content.packages.model import Event
from qlvb.content.packages.model import Organisation
from qlvb.content.packages.model import Package
from qlvb.content.packages.xml import new_uuid
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages.describing import Group
from qlvb.workflows.packages.describing import document_code
from qlvb.workflows.packages.describing import is_digitised
from qlvb.workflows.packages.model_of import SOFTWARE
from qlvb.workflows.packages.model_of import digitising
from qlvb.workflows.packages.model_of import packed_document
from zope.i18nmessageid import Message


def documents_of(entry):
    """The records of a DocumentsEntry, as the current user may see them now: list.

    :raises Refused: 409 one is gone, lies in a dossier by now, or is not his to read.
    """
    found = [find_record(uid) for uid in entry.uids]
    gone = sum(one is None for one in found)
    there = [one for one in found if one is not None]
    hidden = sum(not may_view(one) for one in there)
    faults = [_fault("documents", "document_filed", FILED, one, "Điều 17") for one in there if dossier_uids(one)]
    if gone or hidden:
        text = _(
            "violation_loose_gone",
            default="${count} văn bản không còn, hoặc anh/chị không còn được xem; hãy tạo gói mới.",
            mapping={"count": gone + hidden},
        )
        faults.insert(0, Violation("documents", "document_gone", text))
    if faults:
        raise Refused(faults, 409)
    return there


def package_of(entry, agency, documents):
    """Package of a DocumentsEntry. ``agency``: as the directory gives it.

    :raises Refused: 400 a document whose time of keeping nobody has determined.
    """
    kept = _periods(documents)
    group = Group(entry.code, entry.code)
    profile = profile_of(entry.kind, DOCUMENTS)
    uuid, now = new_uuid(), clock.now()
    fields = {
        "SIP": {"fileCode": entry.code, "totalDoc": str(len(documents))},
        "AIP": {"arcFileCode": entry.code},
    }[entry.kind]
    said = {name: entry.options[name] for name in ("title", "source", "description") if entry.options.get(name)}
    return Package(
        kind=entry.kind,
        uuid=uuid,
        created=now,
        label=f"{entry.code} {entry.options['title']}",
        organisation=Organisation(agency.title, agency.identifier),
        software=SOFTWARE,
        fields={**fields, **said},
        documents=tuple(
            packed_document(one, order, group, profile, period)
            for order, (one, period) in enumerate(zip(documents, kept, strict=True), start=1)
        ),
        events=tuple(_events(entry, uuid, now, documents)) if entry.kind == "AIP" else (),
        agreement=entry.options.get("agreement", ""),
        order=f"{int(entry.options.get('transfer') or 1):02d}",
        grouping=DOCUMENTS,
    )


def _periods(documents):
    """(kind, years) of each."""
    periods = [IRetention(one).period for one in documents]
    lacking = [one for one, period in zip(documents, periods, strict=True) if period is None]
    if lacking:
        raise Refused([_fault("maintenance", "retention_missing", NO_PERIOD, one, "Phụ lục IV") for one in lacking])
    return [(period.kind, period.years) for period in periods]


def _events(entry, uuid, now, documents):
    """What was done to keep them: digitising of what came on paper, making of the AIP."""
    for order, one in enumerate(documents, start=1):
        if is_digitised(one):
            yield digitising(one, document_code(entry.code, order))
    yield Event(
        premis.CREATED, now, entry.options["title"], sources=(entry.code,), outcomes=(f"urn:uuid:{uuid}",)
    )


FILED = _("violation_loose_filed", default="Văn bản ${name} đã vào hồ sơ, phải nộp cùng hồ sơ.")
NO_PERIOD = _("violation_loose_retention", default="Chưa xác định thời hạn lưu trữ của văn bản ${name}.")


def _fault(field, code, message, document, clause):
    """Violation that names a document."""
    said = Message(message, mapping={"name": document.reference or document.subject})
    return Violation(field, code, said, f"{RULE} {clause}")
