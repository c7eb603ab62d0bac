"""Field makers of the document schemas: optional text is "" when empty, never None; and the fields of a schema."""

from functools import cache
from types import MappingProxyType
from zope import schema


def line(title, max_length, **options):
    """An optional TextLine."""
    return schema.TextLine(title=title, max_length=max_length, required=False, default="", missing_value="", **options)


def text(title, max_length, **options):
    """An optional Text of several lines."""
    return schema.Text(title=title, max_length=max_length, required=False, default="", missing_value="", **options)


def choice(title, vocabulary, default="", **options):
    """An optional Choice by value."""
    return schema.Choice(
        title=title, vocabulary=vocabulary, required=False, default=default, missing_value="", **options
    )


def number(title, maximum, minimum=0, **options):
    """An optional whole number."""
    return schema.Int(title=title, min=minimum, max=maximum, required=False, default=None, **options)


def day(title, **options):
    """An optional date."""
    return schema.Date(title=title, required=False, default=None, **options)


@cache
def fields_of(interface):
    """The fields of a schema of the source code, which do not change while the process runs: mapping name -> field."""
    return MappingProxyType(schema.getFields(interface))
