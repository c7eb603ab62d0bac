"""A plain input for several files."""

from html import escape
from plone.namedfile.interfaces import INamedField
from qlvb.workflows.acts.conversion import to_collection
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import NO_VALUE
from z3c.form.interfaces import IWidget
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.interface import implementer_only
from zope.schema.interfaces import IList


class IFilesWidget(IWidget):
    """An input of a form for any number of files."""


@implementer_only(IFilesWidget)
class FilesWidget(Widget):
    """See IFilesWidget; browsers never show files that were chosen before."""

    def render(self):
        named = f'id="{escape(self.id)}" name="{escape(self.name)}"'
        return f'<input type="file" multiple="multiple" class="form-control" {named} />'

    def extract(self, default=NO_VALUE):
        """list of FileUpload."""
        found = self.request.form.get(self.name, default)
        if found is default:
            return default
        found = found if isinstance(found, list) else [found]
        return [one for one in found if getattr(one, "filename", "")]


def files_widget(field, request):
    """The widget of a list of files."""
    return FieldWidget(field, FilesWidget(request))


@adapter(IList, IFilesWidget)
class FilesConverter(BaseDataConverter):
    """Uploads of a form to files."""

    def toWidgetValue(self, value):
        return []

    def toFieldValue(self, value):
        return to_collection(self.field, value) if INamedField.providedBy(self.field.value_type) else value
