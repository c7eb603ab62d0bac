"""Page templates are compiled one at a time.

CPython 3.11 counts the depth of syntax trees for the whole process: two threads that compile at once, as after a start,
make it fail with ``AST constructor recursion depth mismatch``, and somebody gets an error instead of his page.
"""

from Products.PageTemplates.engine import Program
from threading import RLock
from zope.interface import provider
from zope.pagetemplate.interfaces import IPageTemplateEngine


_one_at_a_time = RLock()


@provider(IPageTemplateEngine)
class OneAtATime(Program):
    """Zope's engine; whoever needs a template that is not compiled waits for those who compile others."""

    @classmethod
    def cook(cls, source_file, text, engine, content_type):
        with _one_at_a_time:
            return super().cook(source_file, text, engine, content_type)
