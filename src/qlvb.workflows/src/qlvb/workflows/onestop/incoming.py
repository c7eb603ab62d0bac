"""What the one-stop system sends: a submission becomes an outgoing document that waits for the leader's signature.

There is no process beside the ordinary one: numbers, signatures, rights and forms are those of every outgoing document.
"""

from dataclasses import replace
from hashlib import sha256
import json
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_types
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.links.addresses import origin
from qlvb.workflows.onestop.case import Case
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.case import keep_case
from qlvb.workflows.onestop.files import read_components
from qlvb.workflows.onestop.files import read_echo
from qlvb.workflows.onestop.files import read_files
from qlvb.workflows.onestop.inputs import OBJECTS
from qlvb.workflows.onestop.inputs import OTHERS
from qlvb.workflows.onestop.inputs import PATHS
from qlvb.workflows.onestop.inputs import ISubmissionInput
from qlvb.workflows.onestop.interfaces import DRAFT_KINDS
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import hosts_of
from qlvb.workflows.onestop.rules import is_open
from qlvb.workflows.onestop.rules import status_of
from qlvb.workflows.onestop.rules import subject_of
import re
from zope.component import getUtility
from zope.interface import alsoProvides


CODE = re.compile(r"[\w./-]{1,64}")
FIELDS = {path: name for name, path in PATHS.items()}


def flattened(raw):
    """(dict field -> raw value, violations) of the nested JSON of a submission. Pure.

    >>> flattened({"caseCode": "H99-1", "unit": {"code": "H99.12", "name": "Sở"}, "colour": "red"})[0]
    {'case_code': 'H99-1', 'unit': 'H99.12'}
    """
    flat = {}
    for key, value in raw.items():
        if key in OBJECTS and isinstance(value, dict):
            flat.update({f"{key}.{inner}": one for inner, one in value.items()})
        else:
            flat[key] = value
    values = {FIELDS[path]: value for path, value in flat.items() if path in FIELDS}
    text = _("violation_onestop_field", default="Không có trường này trong hợp đồng liên thông.")
    wrong = [Violation(path[:80], "unknown_field", text) for path in flat if path not in FIELDS and path not in OTHERS]
    return values, wrong


def fingerprint_of(raw):
    """hex: SHA-256 of a request, however its JSON was written."""
    return sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def take_submission(raw, by, portal):
    """Make the document of a submission; ``raw`` is the JSON sent, ``by`` the userid of the system's account. Returns
    it.

    :raises Refused: every fault of its form, then every rule that it breaks; see rules.STATUSES.
    """
    link = EVENTS.link_of_account(by)
    settings = link.settings
    flat, violations = flattened(raw)
    values, wrong = convert(ISubmissionInput, flat, portal)
    violations += [replace(one, field=PATHS.get(one.field, one.field)) for one in wrong]
    violations += _form_faults(values, settings)
    draft = raw.get("draft")
    files, wrong_files = read_files(draft.get("files") if isinstance(draft, dict) else None, link.deposited)
    components, wrong_components = read_components(raw.get("components"), hosts_of(settings))
    echo, wrong_echo = read_echo(raw.get("echo"))
    violations += [*wrong_files, *wrong_components, *wrong_echo]
    agency = agency_of_code(values.get("unit") or "")
    violations += _unit_faults(values, agency, settings)
    _refuse(violations)
    _refuse(_people_faults(values, agency))
    _refuse(_twice(values, link))
    case = Case(link.name, values, components, echo, fingerprint_of(raw), clock.now())
    document = _document(values, files, agency, case, by, settings["space"])
    link.remember(case, IUUID(document), case.received_at)
    IActs(document).perform("receive_onestop", {})
    link.note("in", case.case_code, "submitted", "new")
    return document


def _document(values, files, agency, case, by, space):
    """The outgoing document of a submission, still a draft."""
    post = getUtility(IDirectory).main_post(values["submitter"], agency.id)
    recipient = {"name": values["owner_name"], "address": values["owner_address"], "channel": "outside"}
    data = {
        "subject": subject_of(values["subject"], values["case_code"], space),
        "document_type": _type_of(values["document_type"]),
        "recipients": [{"identifier": "", "agency": "", "purpose": "for_execution", **recipient}],
        "drafter": values["submitter"],
        "drafting_unit": post.department,
        "signatory": values["signer"],
    }
    document = getUtility(IDocumentFactory).create("OutgoingDocument", agency.id, data, by=by)
    keep_case(document, case)
    alsoProvides(document, IOneStopDocument)
    store = IFileStore(document)
    for file in files:
        store.add(file.upload.role, file.upload.filename, file.upload.stream, by)
    return document


def add_components(document, rows):
    """Add or renew links of components by their names; returns how many there are now. :raises Refused: 400."""
    link = EVENTS.link_of(document)
    found, violations = read_components(rows if rows is not None else [], hosts_of(link.settings))
    _refuse(violations)
    case = case_of(document)
    known = {one["name"]: one for one in [*case.components, *found]}
    case.components[:] = list(known.values())
    link.note("in", case.case_code, "components", "changed")
    return len(known)


def _refuse(violations):
    violations = list(violations)
    if violations:
        raise Refused(violations, status_of([one.code for one in violations]))


def _form_faults(values, settings):
    for name in ("external_id", "case_code"):
        if values.get(name) and not CODE.fullmatch(values[name]):
            text = _(
                "violation_onestop_code", default="Mã chỉ gồm chữ, chữ số và các dấu . / - _, tối đa 64 ký tự."
            )
            yield Violation(PATHS[name], "code_wrong", text)
    if values.get("kind") and values["kind"] not in DRAFT_KINDS:
        text = _(
            "violation_onestop_kind",
            default="Loại dự thảo phải là một trong: ${names}.",
            mapping={"names": ", ".join(DRAFT_KINDS)},
        )
        yield Violation(PATHS["kind"], "kind_unknown", text)
    if values.get("callback") and origin(values["callback"]) != origin(settings["address"]):
        text = _(
            "violation_onestop_callback", default="Địa chỉ nhận sự kiện phải thuộc máy chủ một cửa đã đăng ký."
        )
        yield Violation(PATHS["callback"], "host_not_allowed", text)
    if values.get("document_type") and _type_of(values["document_type"]) is None:
        text = _("violation_onestop_type", default="Không có loại văn bản này trong danh mục.")
        yield Violation(PATHS["document_type"], "unknown_document_type", text)


def _unit_faults(values, agency, settings):
    if agency is None and values.get("unit"):
        text = _("violation_onestop_unknown_unit", default="Không có đơn vị này trong hệ thống QLVB.")
        yield Violation(PATHS["unit"], "unknown_unit", text)
    elif agency is not None and agency.id not in settings["units"]:
        text = _("violation_onestop_forbidden_unit", default="Đơn vị này chưa kết nối với hệ thống một cửa.")
        yield Violation(PATHS["unit"], "forbidden_unit", text)


def _people_faults(values, agency):
    """The submitter works in the unit; the signer leads it and may sign for it (NĐ 30/2020 Điều 13)."""
    if getUtility(IDirectory).main_post(values["submitter"], agency.id) is None:
        text = _("violation_onestop_submitter", default="Người trình ký không phải là người dùng của đơn vị.")
        yield Violation(PATHS["submitter"], "unknown_user", text)
    if values["signer"] not in signers_of(agency):
        text = _("violation_onestop_signer", default="Người ký duyệt không có thẩm quyền ký văn bản của đơn vị.")
        yield Violation(PATHS["signer"], "user_not_signer", text, "NĐ 30/2020 Điều 13")


def signers_of(agency):
    """userids of the leaders who may sign for ``agency`` (AgencyInfo), by rank: list."""
    directory = getUtility(IDirectory)
    posts = [post for post in directory.posts(agency.id, "leader") if allowed_capacities(agency, post)]
    known = directory.holders(agency.id, "leader")
    return [userid for userid in known if any(post.holder == userid for post in posts)]


def _twice(values, link):
    """A submission comes once, and a dossier has one open draft of a kind."""
    known = link.submitted(values["external_id"])
    if known is not None:
        text = _(
            "violation_onestop_duplicate",
            default="Lần trình này đã có trong hệ thống QLVB (mã ${uid}).",
            mapping={"uid": IUUID(known)},
        )
        yield Violation(PATHS["external_id"], "duplicate_submission", text)
        return
    latest = link.latest(values["case_code"], values["kind"])
    if latest is not None and is_open(state_of(latest), case_of(latest).ended):
        text = _("violation_onestop_open", default="Hồ sơ đã được gửi lên hệ thống QLVB và đang chờ xử lý.")
        yield Violation(PATHS["case_code"], "case_already_open", text)


def _type_of(name):
    """Identifier of a kind of document by its name, abbreviation or identifier; official letter for "", or None."""
    if not name:
        return "official_letter"
    wanted = fold(name)
    for identifier, kind in document_types().items():
        if wanted in (fold(kind.title), identifier) or (kind.abbreviation and wanted == fold(kind.abbreviation)):
            return identifier
    return None


def agency_of_code(code):
    """AgencyInfo by electronic identifier, or by its id in this site; None for none."""
    directory = getUtility(IDirectory)
    return directory.agency_by_identifier(code) or directory.agency(code)
