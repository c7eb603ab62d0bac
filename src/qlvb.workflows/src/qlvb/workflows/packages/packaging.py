"""Building of packages: see IPackaging."""

from contextlib import contextmanager
from functools import partial
from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.building import build
from qlvb.content.packages.building import check_package
from qlvb.content.packages.interfaces import RULE
from qlvb.content.packages.interfaces import NoRoom
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.interfaces import errors
from qlvb.content.packages.validating import validate
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages import independent
from qlvb.workflows.packages.certificate import option_violations
from qlvb.workflows.packages.certificate import with_certificate
from qlvb.workflows.packages.contents import documents_in
from qlvb.workflows.packages.contents import filed_in
from qlvb.workflows.packages.contents import still_scanned
from qlvb.workflows.packages.contents import unfit
from qlvb.workflows.packages.exporting.building import build_export
from qlvb.workflows.packages.exporting.parts import documents_of
from qlvb.workflows.packages.exporting.parts import exported_parts
from qlvb.workflows.packages.interfaces import FORMATS
from qlvb.workflows.packages.interfaces import BuiltPackage
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.interfaces import IPackaging
from qlvb.workflows.packages.model_of import package_of
from qlvb.workflows.packages.wording import violations_of
from zope.component import getUtility
from zope.interface import implementer


#: States in which the contents of a dossier do not change any more; others are not packed.
FINISHED = ("closed", "archived", "historical")
DISK_FULL = 503


@implementer(IPackaging)
class Packaging:
    """See IPackaging."""

    def build(self, dossier, kind, directory, progress=None, options=None):
        options = options or {}
        violations = self.violations(dossier, kind, options)
        if violations:
            raise Refused(violations)
        if kind == "export":
            with refusing():
                return build_export(dossier, directory, progress)
        package, said = package_of(dossier, kind, options, _source(dossier) if kind == "AIP" else ""), ()
        if kind == "DIP":
            package, said = with_certificate(package, dossier, options)
        return built(package, directory, progress, said)

    def violations(self, dossier, kind, options=None):
        options = options or {}
        if kind not in FORMATS:
            return [_violation("kind", "package_kind_unknown", WRONG_KIND)]
        first = _state_violations(dossier, kind) or _document_violations(dossier)
        if first:
            return first
        if kind == "export":  # what has a virus is left out and named; what nobody has looked at yet is waited for
            return still_scanned([*documents_in(dossier), *documents_of(exported_parts(dossier))])
        if found := unfit(documents_in(dossier)):
            return found
        agency = getUtility(IDirectory).agency_of(dossier)
        if not agency.identifier:
            return [_violation("agency", "identifier_missing", NO_IDENTIFIER)]
        if options.get("to_historical") and dossier.retention_kind != "permanent":
            return [_violation("maintenance", "not_permanent", NOT_PERMANENT)]
        wrong = option_violations(options) if kind == "DIP" else []
        return [*violations_of(check_package(package_of(dossier, kind, options))), *wrong]


@contextmanager
def refusing():
    """What keeps a package from being built inside is a Refused: 400 with every fault; 503 disk full."""
    try:
        yield
    except PackageBroken as broken:
        raise Refused(violations_of(broken.findings)) from broken
    except NoRoom as full:
        raise Refused([_violation("", "disk_full", NO_ROOM, "")], DISK_FULL) from full


def built(package, directory, progress, said=()):
    """BuiltPackage of a Package, validated by us and by the operator's command; ``said``: Findings from before. What
    ``progress`` raises ends the building and the judging alike.

    :raises Refused: see :func:`refusing`.
    """

    def step():
        if progress is not None:
            progress(package.size, package.size)

    with refusing():
        path, digest, findings = build(package, directory, partial(_judge, step=step), progress)
    return BuiltPackage(path, digest, path.stat().st_size, (*said, *findings), package.object_id)


NO_ROOM = _(
    "violation_package_no_room",
    default="Không đủ chỗ trên đĩa; không có gì bị mất, hệ thống sẽ thử lại.",
)
WRONG_KIND = _("violation_package_kind", default="Loại gói phải là SIP, AIP, DIP hoặc export.")
NO_IDENTIFIER = _("violation_package_identifier", default="Cơ quan chưa có mã định danh nên không lập được mã hồ sơ.")
NOT_PERMANENT = _("violation_package_permanent", default="Lưu trữ lịch sử chỉ nhận hồ sơ có thời hạn vĩnh viễn.")
OPEN = _("violation_package_open", default="Chỉ đóng gói hồ sơ đã kết thúc.")
DESTROYED = _("violation_package_destroyed", default="Hồ sơ đã tiêu hủy, không còn gì để xuất.")


def _violation(field, code, message, rule=RULE):
    return Violation(field, code, message, rule)


def _state_violations(dossier, kind):
    state = api.content.get_state(dossier)
    if state == "destroyed":
        return [_violation("dossier", "wrong_state", DESTROYED)]
    if kind != "export" and state not in FINISHED:
        return [_violation("dossier", "wrong_state", OPEN)]
    return []


def _document_violations(dossier):
    """Documents that are gone."""
    gone = [filed.order for filed in filed_in(dossier) if filed.document is None]
    message = _("violation_package_gone", default="Không tìm thấy văn bản số thứ tự ${orders} của hồ sơ.")
    orders = ", ".join(map(str, gone))
    named = _(str(message), default=message.default, mapping={"orders": orders})
    return [_violation("documents", "document_gone", named)] if gone else []


def _judge(path, step):
    """Our own validation, then the operator's: list of Finding."""
    found = validate(path, step=step)
    return found if errors(found) else [*found, *independent.judge(path, step)]


def _source(dossier):
    """OBJID of the newest SIP of the dossier, made or received; "" for none."""
    made = [one for one in IDossierPackages(dossier).all() if one.kind in ("SIP", "received") and one.object_id]
    return made[0].object_id if made else ""
