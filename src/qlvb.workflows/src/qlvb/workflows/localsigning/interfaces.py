"""The local route of signing, beside the remote one: same acts, same rules, the key on the person's own device."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


#: What a file is signed for, see NĐ 30/2020/NĐ-CP, Phụ lục I: the signature of the competent person, the seal, separate
#: annexes, electronic copies, digitised papers that came.
PURPOSES = ("approve", "issue", "appendix", "copy", "income")
#: Questions to the service that sign nothing.
QUESTIONS = ("version", "certificate")


@dataclass(frozen=True)
class Sheet:
    """One file to be signed. ``before``: the exact bytes; ``certificate``: DER of the only one that may sign it;
    ``field``: empty signature field meant for it, "" for none; ``number`` and ``date`` (dd/mm/yyyy): what the service
    is told of the document; ``file``: id of the stored file that it is a version of, "" for a new one.
    """

    purpose: str
    filename: str
    before: bytes
    certificate: bytes
    field: str = ""
    number: str = ""
    date: str = ""
    file: str = ""


@dataclass(frozen=True)
class Brought:
    """A sheet that came back signed and was found right: ``before`` and ``after`` are bytes."""

    purpose: str
    before: bytes
    after: bytes
    file: str = ""


class ISignsLocally(Interface):
    """An act (IAct) whose signatures may be made on the person's own machine. Its schema has the tick ``vgca`` while
    the route is on; its ``execute`` takes what was brought (``route.brought``) in place of signing.
    """

    goes_first = Attribute("id of an act to be done by itself before anything can be given out; absent or '' for none")

    def local_sheets(data):
        """What is to be signed for it: list of Sheet, the first one first. Writes nothing. ``data``: converted input.

        :raises Refused: 409 what cannot be signed that way.
        """


class ILocalService(Interface):
    """Named utility: how one make of service is spoken to. The names of its functions are settings."""

    def functions():
        """dict purpose or question -> name of the function that answers for it, as the maker ships it."""

    def request(sheet, download, upload, token):
        """The JSON text that is sent to the service for a sheet: ``download`` and ``upload`` are addresses of this
        site, ``token`` is the secret that both of them hold.
        """

    def answer(sheet, accepted, message):
        """dict: what the service is told when it has sent the signed file (str ``message``, for people)."""
