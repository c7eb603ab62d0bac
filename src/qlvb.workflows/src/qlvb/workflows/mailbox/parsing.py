"""What a letter says: pure functions over its bytes, which may be anything."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from email import message_from_bytes
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.header import make_header
from email.utils import getaddresses
from email.utils import parsedate_to_datetime
from hashlib import sha256
from html import unescape
from qlvb.content.clock import VIETNAM
from qlvb.content.documents.document_types import document_types
from qlvb.content.text import fold
from qlvb.content.text import nfc
import re


MAX_PARTS = 200
MAX_TEXT = 20_000
MAX_NAME = 150
MAX_ANSWERS = 20
_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|tr|vv)\s*:)+", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?<![\w/])(\d{1,6}[a-zA-Z]?)\s?/\s?((?:\d{4}/)?[A-ZĐ][\w&.]*(?:-[A-ZĐ][\w&.]*)*)(?![\w/])", re.UNICODE
)
_DAY = re.compile(
    r"ng[àa]y\s+(\d{1,2})(?:\s*/\s*|\s+th[áa]ng\s+)(\d{1,2})(?:\s*/\s*|\s+n[ăa]m\s+)(\d{4})", re.IGNORECASE
)
_TAG = re.compile(r"(?s)<(script|style)\b.*?</\1\s*>|<[^>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Attachment:
    """A file of a letter."""

    filename: str
    data: bytes


@dataclass(frozen=True)
class Letter:
    """``key`` tells letters apart: the same one delivered twice has the same. ``automatic`` is "" or why nobody wrote
    it. ``faults``: words of what could not be read: too_many_parts, broken, too_large.
    """

    key: str
    sender_name: str
    sender_address: str
    subject: str
    sent: datetime | None
    text: str
    attachments: tuple = ()
    answers: tuple = ()  # Message-IDs of the letters that it answers, the last first
    automatic: str = ""
    faults: tuple = field(default=())


def parse(raw, complete=True):
    """Letter of the bytes of a message; never raises for what they hold. ``complete`` False: only the head was read."""
    message = message_from_bytes(raw, policy=policy.compat32)
    head, _sep, body = raw.partition(b"\r\n\r\n")
    message_id = _header(message, "Message-ID")
    key = sha256(message_id.encode() + b"\n" + (body if complete else head)).hexdigest()
    name, address = _sender(message)
    text, attachments, faults = _contents(message) if complete else ("", (), ("too_large",))
    return Letter(
        key=key,
        sender_name=name,
        sender_address=address,
        subject=_header(message, "Subject"),
        sent=_sent(message),
        text=text,
        attachments=attachments,
        answers=_answers(message),
        automatic=automatic(message),
        faults=faults,
    )


def automatic(message):
    """str: why nobody wrote the message (auto_reply, bounce, report, loop), "" for a letter (RFC 3834)."""
    said = _header(message, "Auto-Submitted").lower().split(";")[0].strip()
    if said and said != "no":
        return "auto_reply"
    if any(_header(message, name) for name in ("X-Autoreply", "X-Autorespond")):
        return "auto_reply"
    if _header(message, "Precedence").lower() in ("auto_reply", "junk"):
        return "auto_reply"
    if message.get_content_type() == "multipart/report":
        return "report"
    if _header(message, "Return-Path") == "<>" or _sender(message)[1].lower().startswith("mailer-daemon@"):
        return "bounce"
    return ""


def reference_in(subject):
    """(number, symbol) as ("123", "UBND-VX"), ("", "") where the subject names none."""
    found = _REFERENCE.search(subject)
    if found is None or len(found[2]) > 30:
        return "", ""
    return found[1], found[2]


def day_in(subject):
    """The date that the subject names, or None."""
    found = _DAY.search(subject)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def kind_of(symbol):
    """Id of the document type whose abbreviation begins the symbol: "QĐ-UBND" is a decision; "" for none."""
    first = symbol.split("/")[-1].split("-")[0]
    kinds = document_types().values()
    return next((kind.identifier for kind in kinds if kind.abbreviation and kind.abbreviation == first), "")


def kind_named(subject):
    """Id of the document type by whose name a subject begins: "Công văn số 5/UBND-VX …"; "" for none. What says only
    what it is about ("V/v …") is an official letter: other documents are called by their names.

    >>> kind_named("Kế hoạch số 5/KH-UBND"), kind_named("V/v báo cáo"), kind_named("Kính gửi quý cơ quan")
    ('plan', 'official_letter', '')
    """
    said = f"{fold(clean_subject(subject))} "
    if said.startswith(("v/v ", "ve viec ")):
        return "official_letter"
    kinds = sorted(document_types().values(), key=lambda kind: -len(kind.title))
    return next((kind.identifier for kind in kinds if said.startswith(f"{fold(kind.title)} ")), "")


def clean_subject(subject):
    """The subject without "Re:", "Fw:" and line breaks."""
    return " ".join(_PREFIX.sub("", subject).split())


def _contents(message):
    text, html, attachments, faults = [], [], [], []
    for place, part in enumerate(message.walk()):
        if place >= MAX_PARTS:
            faults.append("too_many_parts")
            break
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        filename = _filename(part)
        data, broken = _payload(part)
        faults += ["broken"] if broken else []
        kind = part.get_content_type()
        attached = filename or part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text"
        if not attached and kind in ("text/plain", "text/html"):
            (text if kind == "text/plain" else html).append(_decoded(part, data))
        elif data or filename:
            attachments.append(Attachment(filename or f"{len(attachments) + 1}{_suffix(kind)}", data))
    faults += ["broken"] if message.defects and not attachments and not text and not html else []
    said = "\n".join(text) or "\n".join(map(_plain, html))
    return _tidy(said)[:MAX_TEXT], tuple(attachments), tuple(dict.fromkeys(faults))


def _payload(part):
    """(bytes, could it not be decoded)."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        try:
            return (inner[0].as_bytes() if isinstance(inner, list) and inner else b""), False
        except (UnicodeError, ValueError, LookupError, KeyError):
            return b"", True
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b"", True
    return data or b"", data is None or any("Base64" in type(defect).__name__ for defect in part.defects)


def _decoded(part, data):
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _filename(part):
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return _tidy(_words(name)).replace("/", "_").replace("\\", "_")[:MAX_NAME]


def _suffix(kind):
    return {"message/rfc822": ".eml", "application/pdf": ".pdf"}.get(kind, ".bin")


def _header(message, name):
    value = message.get(name)
    return " ".join(_tidy(_words(str(value))).split()) if value is not None else ""


def _words(value):
    """Encoded words of RFC 2047 as text; what is broken stays as it is."""

    try:
        return str(make_header(decode_header(value)))
    except (MessageError, UnicodeError, LookupError, ValueError):
        return value.encode("utf-8", "replace").decode("utf-8")


def _answers(message):
    """Message-IDs of ``In-Reply-To`` and, the last first, of ``References``: tuple of at most MAX_ANSWERS."""
    named = [_words(str(message.get(name, ""))) for name in ("In-Reply-To", "References")]
    direct, chain = (re.findall(r"<[^<>\s]{1,400}>", value) for value in named)
    return tuple(dict.fromkeys([*direct, *reversed(chain)]))[:MAX_ANSWERS]


def _sender(message):
    found = getaddresses([str(message.get("From", ""))])
    name, address = found[0] if found else ("", "")
    return _tidy(_words(name))[:200], _tidy(address)[:200]


def _sent(message):
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return moment.astimezone(VIETNAM) if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    except (OverflowError, ValueError):
        return None


def _plain(html):
    return unescape(_TAG.sub(" ", html))


def _tidy(text):
    clean = _CONTROL.sub("", text.replace("\r\n", "\n")).encode("utf-8", "replace").decode("utf-8")
    return nfc(clean).strip()
