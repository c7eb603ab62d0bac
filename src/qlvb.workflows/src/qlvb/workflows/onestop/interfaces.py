"""The link with the one-stop system (hệ thống thông tin một cửa điện tử), and a document that came from it."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.workflows.links.interfaces import ISystemLink
from zope.interface import Attribute
from zope.interface import Interface


#: What a draft is for the dossier: its result, a request for more papers, a return, an apology with a new date.
DRAFT_KINDS = ("result", "supplement_request", "return", "apology")
#: How a submission ended here, "" while it goes on.
ENDINGS = ("", "returned", "cancelled", "issued", "signed_only")


class IOneStopDocument(IOutgoingDocument):
    """Marker: an outgoing document that the one-stop system has submitted. Its acts differ where the dossier does."""


class IOneStopLink(ISystemLink):
    """Utility: the link with the first one-stop system (``name`` is ""), with the submissions that are known; its
    records are outgoing documents. A site may have several: the province's, and those of ministries.

    ``settings`` has also ``title`` (str: what people call the system), ``units`` (ids of the agencies that are linked),
    ``unit_clerks`` (those whose signed documents go to the clerks of the drafting department), ``signed_only`` (those
    that give papers back signed, without issuing them), ``hosts`` (from which components may be fetched, beside that of
    ``address``), ``space`` (bool: a space before the dossier's code), ``inline`` (bool: files go inside of events),
    ``networks`` (from which addresses it calls, any where there is none) and ``limit`` (int: requests that it may make
    in a minute).
    """

    keys = Attribute("KeyRing: the secrets of the system's account")

    def make_key(overlap):
        """(Key, its secret): a new key, beside which the former ones work for ``overlap`` hours.

        :raises Refused: 400 no such number; 409 no account yet, or too many keys.
        """

    def all():
        """The links with every system, this one among them: list of IOneStopLink."""

    def add(values):
        """Link one more system with these settings; returns its IOneStopLink. :raises Refused: 400, all mistakes."""

    def submitted(external_id):
        """The document of this submission, whoever may see it, or None."""

    def latest(case_code, kind):
        """The document that was submitted last for a dossier and kind of draft, or None."""

    def of_case(case_code):
        """All documents of a dossier, oldest first: list."""

    def remember(case, uid, when):
        """``uid`` is the document of this Case from now on."""

    def deposit(filename, data):
        """Keep a file (bytes) for a day for the submission that will name it; returns its Deposit."""

    def deposited(file_id):
        """The Deposit of this id, or None."""

    def package(package_id):
        """The document that a result is about, or None."""

    def open_packages():
        """Results that were not acknowledged yet, oldest first: list of (package id, document)."""

    def keep_package(package_id, uid, when):
        """A result was made."""

    def close_package(package_id):
        """A result was acknowledged."""


class ICase(Interface):
    """What the one-stop system said of a submission, and what it was told: persistent object in an annotation, read by
    ``case_of``.
    """

    system = Attribute("str: name of the IOneStopLink over which it came")
    external_id = Attribute("str: id of the submission there")
    case_code = Attribute("str: code of the dossier (mã hồ sơ)")
    case_title = Attribute("str")
    procedure_code = Attribute("str")
    procedure_name = Attribute("str")
    owner_name = Attribute("str: whose dossier it is (chủ hồ sơ)")
    kind = Attribute("one of DRAFT_KINDS")
    submitter = Attribute("userid (người trình ký)")
    signer = Attribute("userid (người ký duyệt)")
    opinion = Attribute("str: what the submitter said")
    due_at = Attribute("aware datetime or None")
    components = Attribute("list of dict name, url, size (bytes or 0): files that stay there (thành phần hồ sơ)")
    callback = Attribute("str: address of events, '' for that of the settings")
    echo = Attribute("str: JSON that every message gives back untouched")
    previous = Attribute("str: UID of the document that was returned before, or ''")
    fingerprint = Attribute("hex: SHA-256 of the request that made it")
    received_at = Attribute("aware datetime")
    ended = Attribute("one of ENDINGS")
    reports = Attribute("Dispatch, oldest first")
