"""Notices as a letter: plain text and HTML with links. Of a secret document it says nothing but that there is one."""

from email.message import EmailMessage
from html import escape
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.workflows.notices.replies import LINE
from zope.i18n import translate


SECRET = _("mail_secret", default="Văn bản mật: đăng nhập để xem.")
HIDDEN = _("mail_hidden", default="Văn bản không còn trong phạm vi anh/chị được xem.")
OPEN = _("mail_open", default="Mở")
FOOT = _("mail_foot", default="Thư tự động của hệ thống quản lý văn bản, xin không trả lời. Cài đặt thông báo:")
ANSWERED = _(
    "mail_answered", default="Thư tự động; trả lời thư này thì câu trả lời được ghi vào hệ thống. Cài đặt thông báo:"
)
ON_THE_FORM = _(
    "mail_answer_on_form",
    default="Thư tự động, cơ quan chưa nhận trả lời qua thư: mở liên kết “${link}” để trả lời ngay trên điện thoại "
    "hoặc máy tính. Cài đặt thông báo:",
)
BUTTON = "display:inline-block;padding:8px 14px;border-radius:6px;background:#1d4f91;color:#fff;margin-right:12px"
LONGEST_SUBJECT = 120


def letter(notices, address, digest, answered=False, forms=()):
    """EmailMessage without sender and receiver. ``notices``: list of Shown; ``address``: of the site, for links;
    ``answered``: a reply to it is taken as the answer; ``forms``: dict id of a notice -> title of the act by which it
    is answered on the screen.
    """
    message = EmailMessage()
    message["Subject"] = one_line(_digest_subject(notices) if digest else _subject(notices[0]))
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if any(notice.urgent for notice in notices):
        message["X-Priority"] = "1"
        message["Importance"] = "high"
    forms, items = dict(forms), []
    for notice in notices:
        link = f"{address}/@@open-notice?id={notice.id}"
        answer = (said(forms[notice.id]), f"{link}&answer=1") if notice.id in forms else None
        items.append((words(notice), link, answer, notice))
    foot = said(ANSWERED if answered else FOOT)
    if forms and not answered:
        titles = dict.fromkeys(map(said, forms.values()))
        foot = said(_(str(ON_THE_FORM), default=ON_THE_FORM.default, mapping={"link": "”, “".join(titles)}))
    settings = f"{address}/@@notice-settings"
    message.set_content(_plain(items, settings, foot, answered))
    message.add_alternative(_html(items, settings, foot, answered), subtype="html")
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
        mapping={"count": str(len(notices)), "when": show_moment(clock.now())},
    )
    return said(text)


def _plain(items, settings, foot, answered):
    lines = [LINE, ""] if answered else []
    for text, link, answer, notice in items:
        lines += [f"{said(notice.title)} ({show_moment(notice.created)})", text, link]
        lines += [": ".join(answer)] if answer else []
        lines.append("")
    return "\n".join([*lines, "-- ", foot, settings, ""])


def _html(items, settings, foot, answered):
    line = f'<p style="color:#4a5666;font-size:13px">{escape(LINE)}</p>' if answered else ""
    rows = "".join(map(_row, items))
    return (
        '<!DOCTYPE html><html lang="vi"><body style="font:15px/1.5 sans-serif;color:#1b2430">'
        f'{line}<table role="presentation" style="width:100%;max-width:640px;border-collapse:collapse">{rows}</table>'
        f'<p style="color:#4a5666;font-size:13px">{escape(foot)} '
        f'<a href="{escape(settings)}">{escape(settings)}</a></p></body></html>'
    )


def _row(item):
    text, link, answer, notice = item
    button = ""
    if answer:
        title, address = map(escape, answer)
        button = f'<a href="{address}" style="{BUTTON}">{title}</a>'
    return (
        f'<tr><td style="padding:10px 0;border-bottom:1px solid #dde1e8">'
        f'<div style="color:#4a5666;font-size:13px">'
        f"{escape(said(notice.title))} · {show_moment(notice.created)}</div>"
        f'<div style="padding:2px 0 6px">{escape(text)}</div>'
        f'{button}<a href="{escape(link)}">{escape(said(OPEN))}</a></td></tr>'
    )
