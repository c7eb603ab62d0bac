"""How the system's administrator sets the rules of accounts."""

from plone.base.interfaces import IPloneSiteRoot
from qlvb.content.accounts.settings import ANNOTATION
from qlvb.content.accounts.settings import IAccountRules
from qlvb.workflows.acts.settings import AgencySettings
from zope.component import adapter
from zope.interface import implementer


@implementer(IAccountRules)
@adapter(IPloneSiteRoot)
class SetAccountRules(AgencySettings):
    """Values of IAccountRules kept on the site, for all agencies; see AgencySettings."""

    annotation, schema = ANNOTATION, IAccountRules
