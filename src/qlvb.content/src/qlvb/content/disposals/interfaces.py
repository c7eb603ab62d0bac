"""A disposal: a list of records without value on its way from the proposal to the certificate of their destruction.

Luật Lưu trữ 33/2024/QH15 Điều 16, 36; TT 06/2025/TT-BNV Điều 13 to 15; TT 05/2025/TT-BNV Điều 48 to 50.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


MANAGE = "qlvb: Manage disposal"
DECIDE = "qlvb: Decide disposal"
EXECUTE = "qlvb: Execute disposal"
#: Why a record is on the list (TT 06/2025 Phụ lục II).
REASONS = ("expired", "duplicate")
#: What a member of the council says of an item.
CHOICES = ("destroy", "keep")
#: Roles in the council (Luật Lưu trữ 2011 Điều 18; TT 06/2025).
ROLES = ("chair", "secretary", "unit", "expert")
#: States in which a disposal still holds its items.
LIVE = ("drafted", "council", "opinion", "to_decide", "decided", "executing")
#: Days from the decision within which it is carried out (TT 06/2025).
DAYS_TO_EXECUTE = 15
#: Years for which the disposal dossier is kept (Luật Lưu trữ 2011 Điều 28; no other figure in the new rules).
YEARS_KEPT = 20
#: The eight components of a disposal dossier (TT 06/2025 Điều 15.4).
COMPONENTS = (
    "list",
    "explanation",
    "council_decision",
    "minutes",
    "opinion",
    "decision",
    "handover",
    "destruction",
)


class IDisposal(IRecord):
    """Hồ sơ hủy tài liệu: ``title``, ``fonds``, ``proposer`` (userid), ``proposed`` (date); the rest: ISheet."""


class IDisposalItem(Interface):
    """A line of the list."""

    uid = Attribute("UID of the dossier or document")
    kind = Attribute("dossier, document")
    reference = Attribute("str: its code or number")
    title = Attribute("str")
    reason = Attribute("one of REASONS")
    bundle = Attribute("int: bó số")
    volume = Attribute("int: tập số")
    note = Attribute("str")
    outcome = Attribute("'' while open, one of CHOICES")
    why = Attribute("str: of what leaves the list, why")
    done = Attribute("datetime when it was destroyed, or None")
    skipped = Attribute("str: why it was not destroyed at the execution, ''")
    destroyed = Attribute("list of dict: uid, reference, title, file, version, filename, size, sha256")
    oids = Attribute("tuple of str: blobs whose files are still to be wiped (hex)")


class ISheet(Interface):
    """Adapter of IDisposal: its list, council, votes, opinion, decision, execution. Reading writes nothing."""

    def items(outcome=None):
        """By bundle and volume: list of IDisposalItem; ``outcome`` narrows."""

    def item(uid):
        """IDisposalItem, or None."""

    def named(name):
        """IDisposalItem with that UID, or the only one with that code or number (duplicates have the same); None."""

    council = Attribute("dict: decision_number, decision_date (ISO), members (list of dict userid, role); {} before")
    absent = Attribute("dict userid -> reason")
    votes = Attribute("dict uid -> dict userid -> (choice, reason)")
    ties = Attribute("dict uid -> (choice, reason) of the chair")
    opinion = Attribute("dict: number, date (ISO), body, text; {} before")
    decision = Attribute("dict: number, date (ISO), by, when (ISO), due (ISO); {} before")
    execution = Attribute("dict: by, keeper, witness, begun (ISO), final (ISO); {} before")
    certificate = Attribute("dict: json (str), signature (bytes), sha256 (hex); {} before")

    def components():
        """dict component -> file id or '' (of COMPONENTS)."""


class IFurtherCopies(Interface):
    """Named adapter of a record (several may exist): copies of its content elsewhere than among its files.

    They are destroyed with it: requirement "all versions, renditions, previews, caches" (Luật 2024 Điều 16; Noark 5
    6.1.23).
    """

    def blobs():
        """list of ZODB blobs; they become empty, and what older revisions left is wiped."""

    def forget():
        """Take them out in the current transaction; what lies outside the database goes once it is committed. Called
        while the record still has its files.
        """


class IStub(Interface):
    """What is left of a destroyed record, in its annotation: never its content."""

    def read():
        """dict: disposal (UID), decision, decided_by, destroyed (ISO), reason, files (list of dict); {} if it lives."""
