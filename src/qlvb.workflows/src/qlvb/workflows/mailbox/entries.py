"""A letter becomes an incoming document that waits for the clerk, with what could be read filled in."""

from io import BytesIO
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.files.intake import max_bytes
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.names import clean_filename
from qlvb.content.holds.guarded import record_content
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.mailbox import parsing
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
import re
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


ANNOTATION = record_content("qlvb.letter")
LONGEST_SUBJECT = 500
LONGEST_NOTE = 500
NO_SUBJECT = _("letter_no_subject", default="(Thư không có tiêu đề)")
FAULTS = {
    "too_many_parts": _("letter_too_many_parts", default="Thư có quá nhiều phần, chỉ đọc 200 phần đầu."),
    "broken": _("letter_broken", default="Thư bị lỗi định dạng, có phần không đọc được."),
    "too_large": _(
        "letter_too_large",
        default="Thư quá lớn (hơn ${most} MB) nên chưa tải về: hãy mở thư trong hộp thư của cơ quan, hoặc bấm Trả lại "
        "để người gửi biết mà gửi lại thành nhiều thư.",
    ),
}


_SALUTATION = re.compile(r"(?:k[ií]nh (?:g[ửu]i|ch[àa]o|th[ưu]a)|th[ưu]a|ch[àa]o|dear|hello|hi)\b", re.IGNORECASE)


class Stored(Persistent):
    """The letter beside its record."""

    def __init__(self, letter, raw, findings):
        self.sender = f"{letter.sender_name} <{letter.sender_address}>".strip()
        self.sent = letter.sent
        self.subject = letter.subject
        self.text = letter.text
        self.findings = tuple(findings)
        self.blob = Blob(raw)


@implementer(IOriginalLetter)
class OriginalLetter:
    """See IOriginalLetter."""

    def __init__(self, stored):
        for name in ("sender", "sent", "subject", "text", "findings"):
            setattr(self, name, getattr(stored, name))
        self._blob = stored.blob

    def data(self):
        with self._blob.open() as file:
            return file.read()


@adapter(IIncomingDocument)
@implementer(IOriginalLetter)
def original_letter(record):
    """The OriginalLetter of the record, or None."""
    stored = IAnnotations(record).get(ANNOTATION)
    return OriginalLetter(stored) if stored is not None else None


def make_entry(agency_id, letter, raw):
    """The incoming document of a letter; returns it. The letter itself is kept whole beside it."""
    record = getUtility(IDocumentFactory).create("IncomingDocument", agency_id, fields_of(letter), by="system")
    findings = [_fault(fault) for fault in letter.faults] + _take_files(record, letter)
    IAnnotations(record)[ANNOTATION] = Stored(letter, raw, findings)
    record.note = note_of(letter, findings)
    detail = {"sender": letter.sender_address, "subject": letter.subject[:200], "sha256": letter.key}
    IJournal(record).append("mail_received", "system", detail)
    record.reindexObject()
    return record


def largest_letter():
    """int: bytes; letters greater than this are not fetched: a file of the greatest size, as mail encodes it."""
    return max_bytes() * 3 // 2


def _fault(fault):
    words = FAULTS[fault]
    return _(str(words), default=words.default, mapping={"most": str(largest_letter() // 2**20)})


def fields_of(letter):
    """Values of the fields that the letter tells (dict); pure but for the clock."""
    subject = parsing.clean_subject(letter.subject) or _first_line(letter.text)
    subject = subject or translate(NO_SUBJECT, target_language="vi")
    number, symbol = parsing.reference_in(letter.subject)
    day = parsing.day_in(letter.subject)
    return {
        "subject": subject[:LONGEST_SUBJECT],
        "issuing_body": (letter.sender_name or letter.sender_address)[:200],
        "original_number": number[:11],
        "document_symbol": symbol,
        "document_type": parsing.kind_of(symbol) or parsing.kind_named(letter.subject) or None,
        "issue_date": day if day and day <= clock.today() else None,
        "arrival_channel": "email",
    }


def note_of(letter, findings):
    """What the clerk reads first (str)."""
    when = show_moment(letter.sent) if letter.sent else "?"
    source = _(
        "letter_note",
        default="Thư của ${sender}, gửi lúc ${when}.",
        mapping={"sender": letter.sender_address or letter.sender_name or "?", "when": when},
    )
    said = [translate(one, target_language="vi") for one in (source, *findings)]
    whole = " ".join(said)
    return whole if len(whole) <= LONGEST_NOTE else f"{whole[: LONGEST_NOTE - 1]}…"


def _take_files(record, letter):
    """Store the attachments that may be stored; returns what must be said of the others (list of message ids)."""
    store, findings, main = IFileStore(record), [], False
    for attachment in letter.attachments:
        name = clean_filename(attachment.filename)
        roles = ("annex", "original") if main else ("main", "annex", "original")
        refusals = []
        for role in roles:
            violations, _found = check_upload(Upload(role, attachment.filename, BytesIO(attachment.data)))
            if not violations:
                store.add(role, attachment.filename, attachment.data, by="system")
                main = main or role == "main"
                break
            refusals = violations
        else:
            why = " ".join(translate(violation.message, target_language="vi") for violation in refusals)
            findings.append(
                _(
                    "letter_not_taken",
                    default="Không nhận tệp “${name}” (còn trong thư gốc): ${why}",
                    mapping={"name": (name or attachment.filename)[:80], "why": why},
                )
            )
    return findings


def _first_line(text):
    """The first line that says something, a salutation only where there is nothing else. Pure.

    >>> _first_line("Kính gửi quý cơ quan,\\n\\nSở gửi kèm văn bản."), _first_line("Kính gửi anh Nam")
    ('Sở gửi kèm văn bản.', 'Kính gửi anh Nam')
    """
    lines = [line.strip() for line in text.splitlines() if any(map(str.isalnum, line))]
    return next((line for line in lines if not _SALUTATION.match(line)), lines[0] if lines else "")
