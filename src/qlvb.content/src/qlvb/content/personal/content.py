"""The content class of personal documents."""

from qlvb.content.personal.interfaces import IPersonalDocument
from qlvb.content.personal.schema import IPersonalSchema
from qlvb.content.subjects import SubjectRecord
from qlvb.content.subjects import unset_fields
from zope.interface import implementer


@unset_fields(IPersonalSchema)
@implementer(IPersonalDocument)
class PersonalDocument(SubjectRecord):
    """Tài liệu cá nhân."""

    reference = ""  # they have no number
    secrecy = "none"

    #: Nothing that is given above counts here, so nobody but the owner has a role.
    __ac_local_roles_block__ = True

    def Description(self):
        return self.note or ""
