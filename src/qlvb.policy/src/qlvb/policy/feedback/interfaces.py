"""Remarks about the software, kept by the agency of who made them."""

from zope.interface import Attribute
from zope.interface import Interface


KINDS = ("fault", "suggestion")  # lỗi, góp ý
#: Chưa tổng hợp, Đã tổng hợp, Đã trả lời.
STATES = ("new", "gathered", "answered")


class IRemark(Interface):
    """A remark of a person about the software, with its answer."""

    id = Attribute("str")
    author = Attribute("userid")
    when = Attribute("aware datetime")
    group = Attribute("id of a section of the menu: the function group (Nhóm chức năng), or ''")
    screen = Attribute("str: name of the page and what kind of thing it showed; never what stood in it")
    kind = Attribute("one of KINDS, or '' when the person did not say")
    text = Attribute("str: what is wrong or wished")
    proposal = Attribute("str: how it should be, or ''")
    state = Attribute("one of STATES")
    answer = Attribute("str, '' until there is one")
    answered_by = Attribute("userid or ''")
    answered = Attribute("aware datetime or None")


class IRemarks(Interface):
    """Adapter of IAgency. Created by the first remark, never by reading; checks no rights."""

    def all(state="", author=""):
        """The newest first, narrowed by state or author: list of IRemark."""

    def get(remark_id):
        """IRemark. :raises Refused: 404 there is none."""

    def add(author, values):
        """Keep a remark: ``text``, and if wanted ``kind``, ``proposal``, ``group``, ``screen``; returns it and tells
        the administrators of the agency.

        :raises Refused: 400, all mistakes; 409 the author has too many that nobody has looked at yet.
        """

    def gather(remark_id):
        """Mark it as taken into the summary. :raises Refused: 404; 409 it is not new."""

    def answer(remark_id, text, by):
        """Answer it, again if need be; the author is told. :raises Refused: 400, 404."""
