"""Forms that two parties sign one after the other, as files of a record: written as docx, signed as PDF by the giver
and then by the receiver (biên bản giao nhận, NĐ 30/2020 Điều 30.3, Phụ lục V).
"""

from collections.abc import Callable
from dataclasses import dataclass
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.parties import Party
from zope.component import getUtility
from zope.i18n import translate


GIVER, RECEIVER = FIELDS = ("Giver", "Receiver")
#: Words over the names of the two.
GIVING, RECEIVING = "ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN"
SIGN = "(Ký và ghi rõ họ và tên)"


@dataclass(frozen=True)
class PartyForm:
    """``name``: stem of its files; ``title``: message id; ``role``: of its docx among the files of the record;
    ``places``: callable (signing, pdf, giver, receiver) -> the two Parties in the order in which they sign.
    """

    name: str
    title: str
    role: str
    places: Callable


class PartyForms:
    """``forms``: the PartyForms that both parties sign at once; the first says how far they are."""

    def __init__(self, record, forms):
        self.record = record
        self.forms = forms
        self._store = IFileStore(record)

    def write(self, form, data, by):
        """Keep the docx of a form (bytes); written again (a job was cut off) it is a new version. Returns
        IStoredFile.
        """
        filename, known = f"{form.name}.docx", self.drawn(form)
        if known is None:
            title = translate(form.title, target_language="vi")
            return self._store.add(form.role, filename, data, by, title=title)
        self._store.replace(known.id, filename, data, by)
        return known

    def drawn(self, form):
        """The IStoredFile of the docx of a form, or None."""
        return self._newest(form.role, f"{form.name}.docx")

    def official(self, form):
        """The IStoredFile of the signed PDF of a form, or None before the first signature."""
        return self._newest("signed", f"{form.name}.pdf")

    def shown(self, form):
        """What readers are given: the signed PDF, else the docx; None for none."""
        return self.official(form) or self.drawn(form)

    def is_ready(self):
        """bool: every form is there as PDF."""
        found = [self.drawn(form) for form in self.forms]
        return all(file is not None and file.current.pdf_state == "ready" for file in found)

    def signed_by(self):
        """How many of the two parties have signed: 0, 1, 2."""
        file = self.official(self.forms[0])
        return 0 if file is None else sum(version.kind == "signed" for version in file.versions())

    def sign(self, field, userid, giver, receiver):
        """The signature of ``userid`` on every form in ``field`` (one of FIELDS); ``giver``, ``receiver``: full names.

        :raises Refused: as IPdfSigning.sign_party.
        """
        signing, ring = getUtility(IPdfSigning), getUtility(IKeyRing)
        signer, image = ring.for_person(userid), ring.person_image(userid)
        name = giver if field == GIVER else receiver
        for form in self.forms:
            filename, file = f"{form.name}.pdf", self.official(form)
            if file is None:
                drawn = self.drawn(form)
                pdf = drawn.current.pdf()
                prepared = signing.prepare_parties(pdf, form.places(signing, pdf, giver, receiver))
                file = self._store.add("signed", filename, prepared, userid, title=drawn.title, kind="prepared")
            pdf = signing.sign_party(file.current.data(), field, signer, image, name)
            self._store.replace(file.id, filename, pdf, userid, kind="signed")

    def _newest(self, role, filename):
        found = [file for file in self._store.files(role) if file.current.filename == filename]
        return found[-1] if found else None


def minutes_places(signing, pdf, giver, receiver):
    """The Parties of minutes, who sign side by side over their names."""
    page, rect = signing.find_party(pdf, giver, (GIVING, SIGN), left=True)
    first = Party(GIVER, "Chữ ký của bên giao", page, rect)
    page, rect = signing.find_party(pdf, receiver, (RECEIVING, SIGN))
    return first, Party(RECEIVER, "Chữ ký của bên nhận", page, rect)
