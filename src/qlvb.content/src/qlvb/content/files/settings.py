"""Settings of files."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


class IFileSettings(Interface):
    """Registry records with the prefix ``qlvb.files``."""

    max_megabytes = schema.Int(
        title=_("files_max_megabytes", default="Dung lượng tối đa của một tệp (MB)"), min=1, max=2048, default=100
    )
