"""Which profiles the add-ons panel offers: the product as one, not its parts."""

from plone.base.interfaces import INonInstallable
from zope.interface import implementer


@implementer(INonInstallable)
class HiddenProfiles:
    """Parts of the product that are installed and removed with it."""

    def getNonInstallableProfiles(self):
        return [
            "qlvb.content:default",
            "qlvb.content:uninstall",
            "qlvb.policy:uninstall",
            "qlvb.workflows:default",
            "qlvb.workflows:uninstall",
        ]

    def getNonInstallableProducts(self):
        return ["qlvb.content", "qlvb.workflows"]
