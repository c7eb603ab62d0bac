"""Who is told when a dossier is handed over: who is to answer, who was answered, who is to sign."""

from qlvb.content import _
from qlvb.content.organisation.people import name_of
from qlvb.workflows.filing.forms import awaited_signature
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


dossier_handover = NoticeKind(_("notice_dossier_handover", default="Bàn giao hồ sơ"), ("email",))

OFFERED = _("told_handover_offered", default="${person} bàn giao hồ sơ ${code} cho anh/chị: ${reason}")
REFUSED = _("told_handover_refused", default="${person} không nhận hồ sơ ${code}: ${reason}")
WITHDRAWN = _("told_handover_withdrawn", default="${person} đã rút bàn giao hồ sơ ${code}.")
TO_SIGN = _("told_handover_to_sign", default="Biên bản bàn giao hồ sơ ${code} chờ anh/chị ký.")


def act_performed(dossier, event):
    """After an act on a dossier."""
    act, data, result = event.act.id, event.data or {}, event.result
    if act == "hand_over_dossier":
        _tell(dossier, event, result["receiver"], OFFERED, reason=data["reason"])
    elif act == "refuse_handover":
        _tell(dossier, event, result["giver"], REFUSED, reason=data["reason"])
    elif act == "withdraw_handover":
        _tell(dossier, event, result["receiver"], WITHDRAWN)
    elif act in ("accept_handover", "sign_handover_giver"):
        _tell(dossier, event, awaited_signature(dossier), TO_SIGN)


def _tell(dossier, event, userid, template, **mapping):
    if not userid or userid == event.actor.userid:
        return
    mapping = {"person": name_of(event.actor.userid), "code": dossier.code, **mapping}
    getUtility(INotices).tell([userid], "dossier_handover", dossier, Message(template, mapping=mapping))
