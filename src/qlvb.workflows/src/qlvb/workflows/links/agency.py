"""What an agency sets of a server of its own: settings, a secret for it, what is remembered of its use. Kept in an
annotation of the agency; reading never writes.
"""

from qlvb.content.kept import kept_under
from zope.annotation.interfaces import IAnnotations


class AgencySettings:
    """Base of adapters of an agency. A subclass says where it keeps what; its ``memory_class`` has ``values`` (dict),
    and an attribute of the name ``secret`` that is sealed.
    """

    annotation = ""
    #: The Seal of the secret, and its name among the settings and on the memory.
    seal = None
    secret = "token"
    defaults = {}
    memory_class = None

    def __init__(self, agency):
        self.agency = agency

    @property
    def memory(self):
        """The memory, or None before settings were made."""
        return IAnnotations(self.agency).get(self.annotation)

    def kept(self):
        """The memory, made when there was none."""
        return kept_under(self.agency, self.annotation, self.memory_class)

    @property
    def settings(self):
        return {**self.defaults, **(self.memory.values if self.memory is not None else {})}

    @property
    def has_secret(self):
        return bool(self.memory is not None and getattr(self.memory, self.secret))

    def opened_secret(self):
        """str, for whoever uses it alone; "" for none."""
        return self.seal.opened(getattr(self.memory, self.secret)) if self.memory is not None else ""

    def merged(self, values):
        """The settings as they would be with ``values``: dict, without the secret."""
        return {**self.settings, **{name: value for name, value in values.items() if name in self.defaults}}

    def keep_secret(self, typed, moved):
        """Keep what was typed ("" or None: nothing). ``moved``: the settings name another server than before; nobody
        has a secret sent to another server by naming that server.
        """
        if typed:
            setattr(self.kept(), self.secret, self.seal.sealed(typed))
        elif moved:
            setattr(self.kept(), self.secret, "")
