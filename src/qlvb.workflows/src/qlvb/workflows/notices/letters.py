"""Notices as a letter: plain text and HTML with links. Of a secret document it says nothing but that there is one."""

from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.workflows.notices.grouping import grouped
from qlvb.workflows.notices.headers import POLICY
from qlvb.workflows.notices.replies import LINE
from qlvb.workflows.notices.showing import without_subject
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


@dataclass(frozen=True)
class Item:
    """What a letter says of one kind and record: ``lines`` of words, the record's name first where it may be named;
    ``answer``: (title, address) of the form on which it is answered, or None.
    """

    head: str
    name: str
    lines: list
    link: str
    answer: tuple | None


def letter(notices, address, answered=False, forms=()):
    """EmailMessage without sender and receiver. ``notices``: list of Shown, the newest first; ``address``: of the site,
    for links; ``answered``: a reply to it is taken as the answer; ``forms``: dict id of a notice -> title of the act by
    which it is answered on the screen. What is urgent comes first, and what is of one kind about one record together.
    """
    groups = grouped(sorted(notices, key=lambda notice: not notice.urgent))
    message = EmailMessage(policy=POLICY)
    message["Subject"] = one_line(_subject(groups[0][0]) if len(groups) == 1 else _digest_subject(groups))
    message["Date"] = clock.now()
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if any(notice.urgent for notice in notices):
        message["X-Priority"] = "1"
        message["Importance"] = "high"
    forms = dict(forms)
    items = [_item(group, address, forms) for group in groups]
    foot = said(ANSWERED if answered else FOOT)
    if forms and not answered:
        titles = dict.fromkeys(map(said, forms.values()))
        foot = said(_(str(ON_THE_FORM), default=ON_THE_FORM.default, mapping={"link": "”, “".join(titles)}))
    settings = f"{address}/@@notice-settings"
    message.set_content(_plain(items, settings, foot, answered))
    message.add_alternative(_html(items, settings, foot, answered), subtype="html")
    return message


def _item(group, address, forms):
    notice, *earlier = group
    link = f"{address}/@@open-notice?id={notice.id}"
    answer = (said(forms[notice.id]), f"{link}&answer=1") if notice.id in forms else None
    head = f"{said(notice.title)} ({show_moment(notice.created)})"
    if notice.hidden or notice.secret:
        return Item(head, "", [said(HIDDEN if notice.hidden else SECRET)], link, answer)
    lines = [told(notice)]
    if notice.due and show_date(notice.due) not in lines[0]:
        lines.append(said(_("mail_due", default="Hạn: ${day}", mapping={"day": show_date(notice.due)})))
    for one in earlier:
        mapping = {"when": show_moment(one.created), "words": told(one)}
        lines.append(said(_("mail_earlier", default="Trước đó, ${when}: ${words}", mapping=mapping)))
    return Item(head, " · ".join(filter(None, [notice.subject, notice.reference])), lines, link, answer)


def words(notice):
    """What is said of a notice on one line, as on a device: str."""
    if notice.hidden:
        return said(HIDDEN)
    if notice.secret:
        return said(SECRET)
    return " · ".join(filter(None, [notice.subject, notice.reference, told(notice)]))


def told(notice):
    """The words of the notice (Shown) without the subject of its record, which stands before them: str."""
    return without_subject(said(notice.text), notice.subject)


def said(message):
    return translate(message, target_language="vi")


def one_line(text):
    return " ".join(text.split())[:LONGEST_SUBJECT]


def _subject(notice):
    mark = "[Khẩn] " if notice.urgent else ""
    title = said(notice.title)
    silent = notice.hidden or notice.secret or not notice.subject
    return f"{mark}{title}" if silent else f"{mark}{title}: {notice.subject}"


def _digest_subject(groups):
    text = _(
        "mail_digest_subject",
        default="${count} thông báo đến ${when}",
        mapping={"count": str(len(groups)), "when": show_moment(clock.now())},
    )
    return said(text)


def _plain(items, settings, foot, answered):
    lines = [LINE, ""] if answered else []
    for item in items:
        lines += [item.head, *filter(None, [item.name]), *item.lines, item.link]
        lines += [": ".join(item.answer)] if item.answer else []
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
    button = ""
    if item.answer:
        title, address = map(escape, item.answer)
        button = f'<a href="{address}" style="{BUTTON}">{title}</a>'
    name = f"<strong>{escape(item.name)}</strong><br />" if item.name else ""
    return (
        f'<tr><td style="padding:10px 0;border-bottom:1px solid #dde1e8">'
        f'<div style="color:#4a5666;font-size:13px">{escape(item.head)}</div>'
        f'<div style="padding:2px 0 6px">{name}{"<br />".join(map(escape, item.lines))}</div>'
        f'{button}<a href="{escape(item.link)}">{escape(said(OPEN))}</a></td></tr>'
    )
