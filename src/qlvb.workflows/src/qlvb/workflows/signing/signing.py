"""The utility behind which the room works."""

from qlvb.workflows.signing import form
from qlvb.workflows.signing import parties as two_parties
from qlvb.workflows.signing import places as placing
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.placing import choose_place
from qlvb.workflows.signing.verify import verdicts
from zope.component import getUtility
from zope.interface import implementer


@implementer(IPdfSigning)
class PdfSigning:
    """See the interface. Trust comes from the key ring."""

    def _roots(self):
        return getUtility(IKeyRing).trust_roots()

    def find_places(self, pdf, name="", position=()):
        return placing.find_places(pdf, name, position)

    def choose_place(self, pdf, places, page, left, top):
        return choose_place(pdf, places, page, left, top)

    def prepare(self, pdf, places=None):
        return form.add_form(pdf, places or placing.find_places(pdf))

    def sign_person(self, pdf, signer, image=None, reason="", name=""):
        return signatures.sign_person(pdf, signer, image, reason, name, self._roots())

    def fill(self, pdf, number, date_text):
        return signatures.fill(pdf, number, date_text, self._roots())

    def sign_organisation(self, pdf, signer, image=None, signed_by=None):
        return signatures.sign_organisation(pdf, signer, image, self._roots(), signed_by)

    def stamp_annex(self, pdf, signer, text):
        return signatures.stamp(pdf, signer, text, signatures.ANNEX, self._roots())

    def stamp_scan(self, pdf, signer, name):
        return signatures.stamp(pdf, signer, name, signatures.SCAN, self._roots(), signatures.SCAN_REASON)

    def prepare_annex(self, pdf):
        return signatures.prepare_stamp(pdf, signatures.ANNEX)

    def prepare_scan(self, pdf):
        return signatures.prepare_stamp(pdf, signatures.SCAN)

    def find_party(self, pdf, name, position=(), left=False):
        return placing.find_party(pdf, name, position, left)

    def find_row(self, pdf, label, room):
        return placing.find_row(pdf, label, room)

    def prepare_parties(self, pdf, parties):
        return two_parties.prepare(pdf, parties)

    def sign_party(self, pdf, field, signer, image=None, name="", words=()):
        return two_parties.sign(pdf, field, signer, image, name, self._roots(), words)

    def verify(self, pdf):
        return verdicts(pdf, self._roots())
