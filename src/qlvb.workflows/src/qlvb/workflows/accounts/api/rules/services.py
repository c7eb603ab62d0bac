"""``GET @account-rules``, ``PATCH @account-rules``."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.accounts.settings import SetAccountRules


class RulesGet(AnsweringService):
    """The numbers by which passwords grow old and accounts are suspended and withdrawn, in all agencies."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@account-rules", **SetAccountRules(self.context).values()}


class RulesPatch(RulesGet):
    """Change some of them: ``{"password_months": 2}``."""

    def answer(self):
        SetAccountRules(self.context).change(self.body())
        return super().answer()
