"""``GET @roles``."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.roles.table import holders
from qlvb.policy.roles.table import role_groups
from zope.i18n import translate


class RolesGet(AnsweringService):
    """Each role with the acts that it may do (by type, with the states) and, of those that posts give, its holders."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@roles",
            "items": [
                {
                    "role": group.role,
                    "title": self._said(group.title),
                    "function": group.function,
                    "acts": {one.type_id: [act_id for act_id, _title, _states in one.acts] for one in group.abilities},
                    "holders": {
                        agency.id: [person.userid for person in people]
                        for agency, people in (holders(group.function) if group.function else ())
                    },
                }
                for group in role_groups()
            ],
        }

    def _said(self, message):
        return translate(message, context=self.request)
