"""The form of what an agency decides for one room, made from the schema of its settings."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IInt


class SettingsForm(PostedForm):
    """A subclass gives ``provided`` (interface of the adapter), ``schema``, ``title`` and ``done`` (message ids)."""

    index = ViewPageTemplateFile("settings.pt")
    shell_section = "archive"
    saved = False
    provided = schema = None
    title = done = ""

    @property
    def settings(self):
        """The AgencySettings of the agency in which the form stands."""
        directory = getUtility(IDirectory)
        return self.provided(directory.agency_object(directory.agency_of(self.context).id))

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    def fields(self):
        """list of dict: the fields with what was typed, else what is kept."""
        kept = self.settings.values()
        found = []
        for name, field in getFieldsInOrder(self.schema):
            ticked = IBool.providedBy(field)
            if ticked:
                value = bool(self.value(name)) if self.request.method == "POST" else kept[name]
            else:
                value = self.value(name, str(kept[name]))
            found.append(
                {
                    "name": name,
                    "title": field.title,
                    "help": field.description,
                    "kind": "checkbox" if ticked else "number" if IInt.providedBy(field) else "text",
                    "value": value,
                    "min": getattr(field, "min", None),
                    "max": getattr(field, "max", None),
                }
            )
        return found

    def save(self):
        self.settings.change({name: self.value(name) for name, _field in getFieldsInOrder(self.schema)})
        self.saved = True
