"""Plain inputs for one file and for several.

plone.formwidget.namedfile offers to keep the file of a form that was refused, but stores it in the transaction that a
refusal gives up; whoever kept it so got an error instead of the form.
"""

from html import escape
from plone.namedfile.interfaces import INamedField
from qlvb.content import _
from qlvb.workflows.acts.conversion import to_collection
from qlvb.workflows.acts.conversion import to_file
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import NO_VALUE
from z3c.form.interfaces import IWidget
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.i18n import translate
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


class IFileWidget(IWidget):
    """An input of a form for one file."""


@implementer_only(IFileWidget)
class OneFileWidget(Widget):
    """See IFileWidget; what a form was refused with has to be chosen again."""

    def render(self):
        named = f'id="{escape(self.id)}" name="{escape(self.name)}"'
        required = ' required="required"' if self.required else ""
        return f'<input type="file" class="form-control" {named}{required} />{self.chosen_before()}'

    def chosen_before(self):
        """Which file the form was refused with, as HTML; "" when there was none."""
        upload = self.extract(None)
        if upload is None:
            return ""
        message = _("act_file_again", default="Hãy chọn lại tệp “${name}”.", mapping={"name": upload.filename})
        return f'<div class="form-text">{escape(translate(message, context=self.request))}</div>'

    def extract(self, default=NO_VALUE):
        """FileUpload."""
        found = self.request.form.get(self.name)
        return found if getattr(found, "filename", "") else default


def file_widget(field, request):
    """The widget of one file."""
    return FieldWidget(field, OneFileWidget(request))


@adapter(INamedField, IFileWidget)
class FileConverter(BaseDataConverter):
    """The upload of a form to a file."""

    def toWidgetValue(self, value):
        return None

    def toFieldValue(self, value):
        return to_file(self.field, value)


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
