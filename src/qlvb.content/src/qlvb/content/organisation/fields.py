"""Fields whose rules need the directory; they hold for forms, REST and import alike."""

from qlvb.content import _
from qlvb.content.organisation.identifiers import is_identifier
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.schema import TextLine
from zope.schema import ValidationError


class InvalidIdentifier(ValidationError):
    __doc__ = _(
        "organisation_error_identifier",
        default="Mã định danh không đúng cấu trúc của Quyết định 20/2020/QĐ-TTg (ví dụ H99.12, tối đa 35 ký tự).",
    )


class IdentifierTaken(ValidationError):
    __doc__ = _("organisation_error_identifier_taken", default="Mã định danh này đã thuộc về một cơ quan khác.")


class UnknownPerson(ValidationError):
    __doc__ = _("organisation_error_unknown_person", default="Không có cán bộ nào đang làm việc với tài khoản này.")


class Identifier(TextLine):
    """Electronic identifier of an agency: well formed and not another agency's (QĐ 20/2020/QĐ-TTg Điều 4 to 6)."""

    def _validate(self, value):
        super()._validate(value)
        if not is_identifier(value):
            raise InvalidIdentifier(value)
        owner = getUtility(IDirectory).agency_by_identifier(value)
        if owner is not None and not (IAgency.providedBy(self.context) and self.context.getId() == owner.id):
            raise IdentifierTaken(value)


class Userid(TextLine):
    """Account name of an active person."""

    def _validate(self, value):
        super()._validate(value)
        if not getUtility(IDirectory).person(value).active:
            raise UnknownPerson(value)
