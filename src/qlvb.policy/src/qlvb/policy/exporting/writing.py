"""Orders become files."""

from io import BytesIO
from plone import api
from qlvb.content import clock
from qlvb.content.text import fold
from qlvb.policy.exporting.document import write_document
from qlvb.policy.exporting.order import MOST
from qlvb.policy.exporting.order import too_long
from qlvb.policy.exporting.spreadsheet import write_spreadsheet
from qlvb.policy.exporting.table import Table
from qlvb.policy.exporting.xmlfile import write_xml
from qlvb.workflows.renditions.interfaces import IConverter
import re
from zope.component import getUtility


#: Format -> what writes it without a document in between.
ROW_BY_ROW = {"xlsx": write_spreadsheet, "xml": write_xml}


def table_of(order):
    """The Table of an Order, as the current person sees it.

    :raises Refused: 400 more rows than the format takes.
    """
    table = Table(order)
    if table.total > MOST[order.format]:
        raise too_long(order, table.total)
    return table


def write(table, progress=lambda rows: None):
    """bytes of the file.

    :raises ConversionFailed: no PDF could be made.
    """
    target = BytesIO()
    if table.order.format in ROW_BY_ROW:
        ROW_BY_ROW[table.order.format](table, target, progress)
        return target.getvalue()
    write_document(table, target, progress)
    if table.order.format == "docx":
        return target.getvalue()
    return getUtility(IConverter).convert(target.getvalue(), ".docx")


def filename_of(table):
    """A name that every system takes: ``qlvb-van-ban-den-20261122.xlsx``."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(table.title)).strip("-")[:60].strip("-")
    day = clock.today().strftime("%Y%m%d")
    return f"{api.portal.get().getId()}-{words or 'danh-sach'}-{day}.{table.order.format}"
