"""Letters that are answered by a reply: what a letter carries so that its reply is known, and taking the reply.

The Message-ID of the letter names event, record and person under a seal of the site; mail programs repeat it in
``In-Reply-To``. Who replies has to write from his own address, too.
"""

from dataclasses import dataclass
from hashlib import sha256
import hmac
from plone import api
from plone.keyring.interfaces import IKeyManager
from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.notices.interfaces import IAnswerable
from qlvb.workflows.notices.interfaces import INotices
import re
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate


#: Stands on top of a letter that can be answered; what is written above it is the answer.
LINE = "##- Viết câu trả lời phía trên dòng này -##"
_SEALED = re.compile(r"<[^<>@=\s]+=([a-z_]+)=([0-9a-f]{32})=([a-z][a-z0-9._-]*)=([0-9a-f]{32})@")
#: Lines with which mail programs begin what they quote, where the line above was taken out.
_QUOTE = re.compile(
    r"^(?:>|-{3,} ?(?:original message|thư gốc|tin nhắn gốc)|_{10,}$|(?:from|từ|người gửi) ?:"
    r"|(?:on|vào|ngày)\b.{0,200}(?:wrote|viết) ?:$)",
    re.IGNORECASE,
)
REFUSED = _(
    "told_reply_refused",
    default="Thư trả lời của anh/chị không được ghi nhận: ${why} Nội dung thư: “${text}”",
)
LONGEST = 500


@dataclass(frozen=True)
class Reply:
    """``address``: to which one replies; ``token``: part of the Message-ID."""

    address: str
    token: str


def reply_for(userid, notice):
    """Reply that the letter about one notice (Shown) invites, or None. Nothing of secret records goes by mail."""
    handler = queryUtility(IAnswerable, name=notice.event)
    if handler is None or notice.secret or notice.hidden or not notice.record:
        return None
    record = find_record(notice.record)
    address = handler.address(userid, record) if record is not None else ""
    return Reply(address, token(notice.event, notice.record, userid)) if address else None


def act_for(notice):
    """The act (IAct) by which the current user answers the notice (Shown) on the screen, or None."""
    handler = queryUtility(IAnswerable, name=notice.event)
    record = find_record(notice.record) if handler is not None and not notice.hidden else None
    acts = [IActs(record).get(name) for name in handler.acts] if record is not None else []
    return next((act for act in acts if not act.check()), None)


def token(event, uid, userid):
    """str that names them under the seal of the site."""
    seal = _seals(event, uid, userid)[0]
    return f"{event}={uid}={userid}={seal}"


def read_token(message_id):
    """(event, UID, userid) of a Message-ID that this site has given, or None."""
    found = _SEALED.match(message_id)
    if found is None:
        return None
    event, uid, userid, seal = found.groups()
    known = any(hmac.compare_digest(seal, one) for one in _seals(event, uid, userid))
    return (event, uid, userid) if known else None


def _seals(event, uid, userid):
    """The seals by the keys of the site, that of today first."""
    words = f"qlvb.reply\n{event}\n{uid}\n{userid}".encode()
    keys = [key for key in getUtility(IKeyManager)["_system"] if key]
    return [hmac.new(key.encode(), words, sha256).hexdigest()[:32] for key in keys]


def answer_in(text):
    """What somebody wrote above the letter that he answers (str). Pure.

    >>> answer_in("Đã xong, gửi trong sáng nay.\\n\\nVào 8:00 QLVB đã viết:\\n> Đôn đốc lần 1")
    'Đã xong, gửi trong sáng nay.'
    """
    lines = []
    for line in text.splitlines():
        if LINE in line or _QUOTE.match(line.strip()):
            break
        lines.append(line.rstrip())
    if lines and lines[-1].strip() and _introduces(lines[-1]):
        lines.pop()
    return "\n".join(lines).strip()


def _introduces(line):
    """bool: a line of a mail program that was broken before "viết:"."""
    return bool(re.match(r"^(?:on|vào)\b.*(?:@|\d{1,2}:\d{2})", line.strip(), re.IGNORECASE))


def take(letter):
    """Do what a letter answers; returns the UID of the record that it was about, "" for a letter that answers nothing
    of ours or comes from somebody else's address: it is taken as any other.
    """
    for message_id in letter.answers:
        named = read_token(message_id)
        if named is None:
            continue
        event, uid, userid = named
        person, record = getUtility(IDirectory).person(userid), find_record(uid)
        handler = queryUtility(IAnswerable, name=event)
        own = (person.email or "").strip().casefold() == letter.sender_address.strip().casefold()
        if handler is None or record is None or not person.active or not own:
            return ""
        _do(handler, userid, record, event, answer_in(letter.text))
        return uid
    return ""


def _do(handler, userid, record, event, text):
    """Take the reply; if it is refused, nothing of it is kept and the person is told why, with his words."""
    point = savepoint()
    try:
        with api.env.adopt_user(username=userid):
            handler.take(userid, record, text)
    except Refused as refused:
        point.rollback()
        why = " ".join(translate(one.message, target_language="vi") for one in refused.violations)
        said = _(str(REFUSED), default=REFUSED.default, mapping={"why": why, "text": text[:LONGEST]})
        getUtility(INotices).tell([userid], "reply_refused", record, said)
