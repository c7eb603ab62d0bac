"""``@@label-set`` of an agency: which words its people see, with what each set calls the acts."""

from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.policy.labels.interfaces import SETS
from qlvb.policy.labels.interfaces import ILabelSet
from qlvb.policy.labels.words import table
from zope.i18n import translate


class LabelSetForm(PostedForm):
    """On an agency, for its administrator."""

    shell_section = "administration"
    saved = False

    @property
    def sets(self):
        """list of dict id, title, chosen."""
        chosen = self.value("labels", ILabelSet(self.context).chosen)
        return [
            {"id": set_id, "title": translate(title, context=self.request), "chosen": set_id == chosen}
            for set_id, title in SETS.items()
        ]

    @property
    def words(self):
        """Rows of the table: list of (own word, list of the word in each other set)."""
        return table()

    def save(self):
        ILabelSet(self.context).choose(self.value("labels", ""))
        self.saved = True
