"""``<agency>/@@feedback``: Góp ý, from any screen, and what came of one's own remarks."""

from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.policy.feedback.interfaces import KINDS
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.policy.feedback.rules import FIELDS
from qlvb.policy.feedback.words import GROUP_TITLES
from qlvb.policy.feedback.words import KIND_TITLES
from qlvb.policy.feedback.words import STATE_TITLES
from qlvb.policy.feedback.words import STATE_TONES


class GiveFeedback(PostedForm):
    """The address says which function group and screen the person came from."""

    shell_section = "home"

    @property
    def kinds(self):
        """list of dict value, title, chosen."""
        return [
            {"value": kind, "title": KIND_TITLES[kind], "chosen": self.value("kind") == kind} for kind in ("", *KINDS)
        ]

    @property
    def groups(self):
        """list of dict value, title, chosen."""
        return [
            {"value": group, "title": title, "chosen": self.value("group") == group}
            for group, title in GROUP_TITLES.items()
        ]

    def own(self):
        """list of dict: the person's remarks, the newest first."""
        return [
            {
                "remark": one,
                "when": show_moment(one.when),
                "group": GROUP_TITLES[one.group],
                "state": STATE_TITLES[one.state],
                "tone": STATE_TONES[one.state],
            }
            for one in IRemarks(self.context).all(author=api.user.get_current().getId())
        ]

    def save(self):
        values = {name: self.value(name) for name in FIELDS}
        IRemarks(self.context).add(api.user.get_current().getId(), values)
        message = _("feedback_thanks", default="Đã ghi nhận góp ý. Khi có trả lời, anh/chị sẽ được báo ở chuông.")
        api.portal.show_message(message, self.request)
        return f"{self.context.absolute_url()}/@@feedback"
