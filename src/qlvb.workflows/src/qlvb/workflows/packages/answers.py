"""Packages and ingests as JSON, and files as answers of the server."""

from qlvb.content import _
from qlvb.content.files.leaving import CODE
from qlvb.content.files.serving import announce
from qlvb.content.index.progress import percent
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages.access import check_may_ask
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.contents import documents_in
from qlvb.workflows.packages.contents import unfit
from qlvb.workflows.packages.exporting.parts import documents_of
from qlvb.workflows.packages.exporting.parts import exported_parts
from qlvb.workflows.packages.exporting.parts import left_out_of
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.wording import words
from zope.i18n import translate
from ZPublisher.Iterators import filestream_iterator


def findings_json(findings, request):
    """list of dict, with a sentence each."""
    return [{**one.as_json(), "message": translate(words(one), context=request)} for one in findings]


def package_json(dossier, entry, request):
    """dict of an IPackageEntry of a dossier."""
    return entry_json(IDossierPackages(dossier), entry, f"{dossier.absolute_url()}/@packages/{entry.id}", request)


def entry_json(packages, entry, address, request):
    """dict of an IPackageEntry of the shelf ``packages``, which REST finds at ``address``."""
    state = packages.state(entry)
    job = packages.job(entry)
    return {
        "@id": address,
        "id": entry.id,
        "kind": entry.kind,
        "state": state,
        "progress": 100 if entry.finished else percent(f"package {entry.id}"),
        "by": entry.by,
        "asked": entry.asked.isoformat(),
        "finished": entry.finished.isoformat() if entry.finished else None,
        "filename": entry.filename,
        "object_id": entry.object_id,
        "sha256": entry.sha256,
        "size": entry.size,
        "job": entry.job,
        "error": translate(job.error, context=request) if job is not None and state in ("queued", "failed") else "",
        "findings": findings_json(entry.findings, request),
        "file": f"{address}/file" if state == "done" and packages.path(entry) is not None else None,
    }


def send_package(dossier, entry_id, request):
    """The stream of a finished package, by chunks from disk; noted in the dossier's journal.

    :raises Refused: 403 not his, or a document in it is not his to read; 404 no such package; 409 it is not made yet,
        or a virus was found in one of its files since.
    """
    packages = IDossierPackages(dossier)
    entry = packages.get(entry_id)
    check_may_ask(dossier, entry.kind)
    check_fit(entry, [*documents_in(dossier), *_documents_of_parts(dossier, entry)])
    return send_entry(packages, entry, dossier, request)


def _documents_of_parts(dossier, entry):
    """Documents of parts that went into an export: list. :raises Refused: 403 one of them is not his to read."""
    if entry.kind != "export":
        return []
    told = exported_parts(dossier, left_out := left_out_of(entry.findings))
    hidden = [one.dossier.code for one in told if one.withheld and one.dossier.code not in left_out]
    if hidden:
        text = _(
            "violation_export_part_hidden",
            default="Bản xuất có hồ sơ con mà anh/chị không được xem hết văn bản (${codes}); hãy yêu cầu xuất lại.",
            mapping={"codes": ", ".join(hidden)},
        )
        raise Refused(Violation("documents", "document_hidden", text), status=403)
    return documents_of(told)


def check_fit(entry, documents):
    """What an entry says it has left out does not keep it from leaving.

    :raises Refused: 409 a virus was found in a file of the documents that it was made of.
    """
    if found := unfit(documents, {finding.path for finding in entry.findings if finding.code == CODE}):
        raise Refused(found, status=409)


def send_entry(packages, entry, noted, request):
    """The stream of an entry of ``packages``; whoever takes it is noted in the journal of ``noted``.

    :raises Refused: 404 its file is lost; 409 it is not made yet.
    """
    path = packages.path(entry)
    if path is None:
        if entry.finished is None:
            text = _("violation_package_unready", default="Gói chưa tạo xong.")
            raise Refused(Violation("package", "package_not_ready", text), status=409)
        text = _("violation_package_lost", default="Tệp của gói không còn trên đĩa; hãy tạo lại gói.")
        raise Refused(Violation("package", "package_lost", text), status=404)
    if entry.damage:
        text = _("violation_package_damaged", default="Tệp của gói trên đĩa không còn nguyên vẹn, không tải được.")
        raise Refused(Violation("package", "package_damaged", text), status=409)
    IJournal(noted).append("package_downloaded", current(), {"package": entry.id, "filename": entry.filename})
    announce(request.response, path.stat().st_size, entry.filename, "application/zip")
    return filestream_iterator(str(path), "rb")
