"""Ký số bản số hóa: the agency signs the digitised copy of a paper that came (NĐ 30/2020 Điều 22.2, Điều 25.1.c; Phụ
lục I Phần II Mục I). What the scanner made stays an earlier version, and the beginning of the signed file unless it
broke the rules of PDF, as files of some scanners do.
"""

from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.versions import PDF
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming import scans
from qlvb.workflows.incoming.duplicates import RECEIVED_ROLES
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.interfaces import Sheet
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.localsigning.route import ILocalTick
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.localsigning.route import has_remote_key
from qlvb.workflows.localsigning.route import journal_route
from qlvb.workflows.localsigning.route import offered
from qlvb.workflows.localsigning.route import route_violations
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outgoing.sealing import key_violations
from qlvb.workflows.recognition.interfaces import KIND
from qlvb.workflows.signing.files import regular
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.signatures import SCAN
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


WAITING = ("queued", "running")
FAULTS = {
    "scan_version": _(
        "violation_scan_version", default="Tệp “${filename}” là PDF ${value}; bản số hóa phải là PDF 1.4 trở lên."
    ),
    "scan_not_in_colour": _(
        "violation_scan_not_in_colour",
        default="Tệp “${filename}”, trang ${page}: ảnh đen trắng; bản số hóa phải là ảnh màu.",
    ),
    "scan_resolution": _(
        "violation_scan_resolution",
        default="Tệp “${filename}”, trang ${page}: ${value} dpi; bản số hóa phải từ 200 dpi.",
    ),
}


#: Stands with the version that the signature is added to, where the scanner's file broke the rules of PDF.
MENDED = _("scan_mended", default="ghi lại đúng chuẩn PDF trước khi ký; trang và ảnh giữ nguyên")
@implementer(ISignsLocally)
class SignScan(Act):
    """Every scan of the record that the agency has not signed gets its signature; other files stay as they are."""

    id = "sign_scan"
    title = _("act_sign_scan", default="Ký số bản số hóa")
    description = _(
        "act_sign_scan_help",
        default="Chữ ký số của cơ quan ở góc trên bên phải trang đầu bản quét; tệp quét gốc vẫn được giữ.",
    )
    permission = "qlvb: Register incoming"
    states = ("registered", "to_direct", "in_progress", "finished")
    order = 88
    conflict_codes = Act.conflict_codes | {"text_pending"}

    @property
    def agency(self):
        """AgencyInfo of the record's agency."""
        return getUtility(IDirectory).agency_of(self.record)

    @property
    def schema(self):
        """Nothing is asked for, unless the clerk may sign on his own machine."""
        return ILocalTick if offered(self.agency.id, "income") else None

    def defaults(self):
        return {"vgca": not has_remote_key(agency_id=self.agency.id)} if self.schema is not None else {}

    def relevant(self):
        return super().relevant() and bool(self.record.paper) and bool(self.unsigned())

    def unsigned(self):
        """PDF files that came and bear no signature of this agency: list of IStoredFile."""
        return [
            stored
            for role in RECEIVED_ROLES
            for stored in IFileStore(self.record).files(role)
            if stored.current.mimetype == PDF and stored.current.kind == "upload"
        ]

    def rules(self, data):
        if not self.record.paper:
            message = _("violation_scan_no_paper", default="Văn bản này không đến bằng bản giấy.")
            yield self.violation("not_scanned", message, rule=scans.RULE)
            return
        yield from key_violations(self.agency.id)
        yield from route_violations(data, agency_id=self.agency.id) if data is not None else ()
        if self.is_being_read():
            message = _("violation_scan_text_pending", default="Bản quét đang được nhận dạng chữ; hãy ký sau ít phút.")
            yield self.violation("text_pending", message)
        elif data is not None:
            yield from self.faults()
        elif not self.unsigned():
            yield self.nothing()

    def is_being_read(self):
        """bool: the words of a scan are on their way; they are those of the file as it came."""
        waiting = {stored.id for stored in self.unsigned() if stored.current.text_state == "queued"}
        for job in IJobs(self.record).all():
            if job.kind == KIND and job.state in WAITING:
                waiting.add(job.params["file"])
        return bool(waiting & {stored.id for stored in self.unsigned()})

    def scanned(self):
        """(IStoredFile, Scan) of what is to be signed: list. Signed and composed PDFs are no scans."""
        signing, found = getUtility(IPdfSigning), []
        for stored in self.unsigned():
            pdf = stored.current.data()
            if not signing.verify(pdf) and scans.is_scan(scan := scans.look(pdf)):
                found.append((stored, scan))
        return found

    def faults(self):
        """What the decree asks and the scans are not: Violations."""
        found = self.scanned()
        if not found:
            yield self.nothing()
        for stored, scan in found:
            for code, page, value in scans.faults(scan):
                mapping = {"filename": stored.current.filename, "page": str(page), "value": value}
                message = _(str(FAULTS[code]), default=FAULTS[code].default, mapping=mapping)
                yield self.violation(code, message, rule=scans.RULE)

    def nothing(self):
        """The violation where there is no scan that is not signed yet."""
        message = _("violation_no_scan", default="Văn bản không có tệp PDF quét từ bản giấy chưa ký số.")
        return self.violation("not_scanned", message, rule=scans.RULE)

    def local_sheets(self, data):
        """See ISignsLocally: each scan, with a place for the signature."""
        certificate = getUtility(IKeyRing).certificate(agency_id=self.agency.id).dump()
        prepare = getUtility(IPdfSigning).prepare_scan
        return [
            Sheet("income", one.current.filename, prepare(regular(one.current.data())), certificate, SCAN, file=one.id)
            for one, _scan in self.scanned()
        ]

    def signed(self):
        """(IStoredFile, bytes before the signature, bytes with it) of each scan: list.

        :raises Refused: 409 ``local_revision_lost``: what was signed elsewhere is not what is here now.
        """
        agency, scanned = self.agency, [one for one, _scan in self.scanned()]
        if not brought():
            signer, stamp = getUtility(IKeyRing).for_agency(agency.id), getUtility(IPdfSigning).stamp_scan
            regulars = [(one, regular(one.current.data())) for one in scanned]
            return [(one, pdf, stamp(pdf, signer, agency.title)) for one, pdf in regulars]
        sheets = {sheet.file: sheet for sheet in brought()}
        if set(sheets) != {one.id for one in scanned}:
            raise refusal("local_revision_lost")
        found = [(one, regular(one.current.data()), sheets[one.id]) for one in scanned]
        if not all(sheet.before.startswith(pdf) for _one, pdf, sheet in found):
            raise refusal("local_revision_lost")
        return [(one, pdf, sheet.after) for one, pdf, sheet in found]

    def execute(self, data):
        store, agency, signed = IFileStore(self.record), self.agency, []
        for stored, mended, pdf in self.signed():
            filename, scanned = stored.current.filename, stored.current.data()
            if mended != scanned:
                note = translate(MENDED, target_language="vi")
                store.replace(stored.id, filename, mended, self.actor.userid, note=note, kind="prepared")
            store.replace(stored.id, filename, pdf, self.actor.userid, note=agency.title, kind="sealed")
            signed.append(filename)
        message = _(
            "act_sign_scan_done",
            default="Đã ký số của cơ quan trên ${count} bản số hóa.",
            mapping={"count": str(len(signed))},
        )
        return {"files": signed, "message": message}

    def detail(self, data, result):
        return {"filename": ", ".join(result["files"]), **journal_route()}
