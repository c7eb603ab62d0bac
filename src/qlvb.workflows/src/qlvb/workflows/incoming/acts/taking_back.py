"""Thu hồi trình: the clerk takes back what lies with a leader who has not decided yet."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.settling import stop_waiting
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility
from zope.i18nmessageid import Message


TAKEN_BACK = _("told_taken_back", default="${name} đã thu hồi văn bản trình anh/chị.")


class TakeBack(Act):
    """Until the leader acts, which moves the document on; that he has opened it does not matter."""

    id = "withdraw_presentation"
    title = _("act_withdraw_presentation", default="Thu hồi trình")
    description = _("act_withdraw_presentation_help", default="Lấy lại văn bản đã trình khi lãnh đạo chưa cho ý kiến.")
    permission = "qlvb: Register incoming"
    states = ("to_direct",)
    transition = "send_back"
    order = 70

    def rules(self, data):
        handling = handling_of(self.record)
        if handling.presented_by != self.actor.userid:
            name = getUtility(IDirectory).person(handling.presented_by).fullname
            mapping = {"name": name}
            message = _("violation_not_presented_by_you", default="Văn bản do ${name} trình lãnh đạo.", mapping=mapping)
            yield self.violation("not_your_turn", message)

    def execute(self, data):
        leader = handling_of(self.record).leader
        stop_waiting(self.record)
        change_handling(self.record).take_back()
        name = getUtility(IDirectory).person(self.actor.userid).fullname
        text = Message(TAKEN_BACK, mapping={"name": name})
        getUtility(INotices).tell([leader], "recalled", self.record, text)
        return {"leader": leader}
