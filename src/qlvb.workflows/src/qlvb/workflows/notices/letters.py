"""Notices as a letter: plain text and HTML with links. Of a secret document it says nothing but that there is one."""

from email.message import EmailMessage
from html import escape
from qlvb.content import _
from qlvb.content import clock
from qlvb.workflows.notices.replies import LINE
from zope.i18n import translate


SECRET = _("mail_secret", default="Văn bản mật: đăng nhập để xem.")
HIDDEN = _("mail_hidden", default="Văn bản không còn trong phạm vi bạn được xem.")
OPEN = _("mail_open", default="Mở")
FOOT = _("mail_foot", default="Thư tự động của hệ thống quản lý văn bản, xin không trả lời. Cài đặt thông báo:")
ANSWERED = _(
    "mail_answered", default="Thư tự động; trả lời thư này thì câu trả lời được ghi vào hệ thống. Cài đặt thông báo:"
)
LONGEST_SUBJECT = 120


def letter(notices, address, digest, answered=False):
    """EmailMessage without sender and receiver. ``notices``: list of Shown; ``address``: of the site, for links;
    ``answered``: a reply to it is taken as the answer.
    """
    message = EmailMessage()
    message["Subject"] = one_line(_digest_subject(notices) if digest else _subject(notices[0]))
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if any(notice.urgent for notice in notices):
        message["X-Priority"] = "1"
        message["Importance"] = "high"
    items = [(words(notice), f"{address}/@@open-notice?id={notice.id}", notice) for notice in notices]
    settings = f"{address}/@@notice-settings"
    message.set_content(_plain(items, settings, answered))
    message.add_alternative(_html(items, settings, answered), subtype="html")
    return message


def words(notice):
    """What a letter says of a notice: str."""
    if notice.hidden:
        return said(HIDDEN)
    if notice.secret:
        return said(SECRET)
    return " · ".join(filter(None, [notice.subject, notice.reference, said(notice.text)]))


def said(message):
    return translate(message, target_language="vi")


def one_line(text):
    return " ".join(text.split())[:LONGEST_SUBJECT]


def _subject(notice):
    mark = "[Khẩn] " if notice.urgent else ""
    title = said(notice.title)
    silent = notice.hidden or notice.secret or not notice.subject
    return f"{mark}{title}" if silent else f"{mark}{title}: {notice.subject}"


def _digest_subject(notices):
    text = _(
        "mail_digest_subject",
        default="${count} thông báo đến ${when}",
        mapping={"count": str(len(notices)), "when": clock.now().strftime("%H:%M %d/%m/%Y")},
    )
    return said(text)


def _plain(items, settings, answered):
    lines = [LINE, ""] if answered else []
    for text, link, notice in items:
        lines += [f"{said(notice.title)} ({notice.created:%H:%M %d/%m/%Y})", text, link, ""]
    return "\n".join([*lines, "-- ", said(ANSWERED if answered else FOOT), settings, ""])


def _html(items, settings, answered):
    line = f'<p style="color:#4a5666;font-size:13px">{escape(LINE)}</p>' if answered else ""
    rows = "".join(
        f'<tr><td style="padding:10px 0;border-bottom:1px solid #dde1e8">'
        f'<div style="color:#4a5666;font-size:13px">'
        f"{escape(said(notice.title))} · {notice.created:%H:%M %d/%m/%Y}</div>"
        f'<div style="padding:2px 0 6px">{escape(text)}</div>'
        f'<a href="{escape(link)}">{escape(said(OPEN))}</a></td></tr>'
        for text, link, notice in items
    )
    return (
        '<!DOCTYPE html><html lang="vi"><body style="font:15px/1.5 sans-serif;color:#1b2430">'
        f'{line}<table role="presentation" style="width:100%;max-width:640px;border-collapse:collapse">{rows}</table>'
        f'<p style="color:#4a5666;font-size:13px">{escape(said(ANSWERED if answered else FOOT))} '
        f'<a href="{escape(settings)}">{escape(settings)}</a></p></body></html>'
    )
