"""XML: the list as data for another archive, row by row; what is not known has no element (Noark 5, 6.4.40, 6.4.41)."""

from lxml import etree
from qlvb.content import clock
from qlvb.policy.exporting.document import clean


def write_xml(table, target, progress):
    """Write ``table`` (:class:`~qlvb.policy.exporting.table.Table`) to the binary file ``target``, in UTF-8.

    ``list`` holds ``heading`` (agency, title, filters), ``columns`` and a ``record`` for each row, in it a ``field``
    for each value: days as ISO dates, the rest in the words of the list. ``progress(rows)`` is called now and then.
    """
    heading = table.heading
    with etree.xmlfile(target, encoding="utf-8") as document:
        document.write_declaration()
        with document.element("list", records=str(table.total), made=clock.now().isoformat(timespec="seconds")):
            document.write(_heading(heading), _columns(table))
            for place, (values, words) in enumerate(table.values(), 1):
                document.write(_record(place, table.columns, values, words))
                if place % 500 == 0:
                    progress(place)


def _heading(heading):
    found = etree.Element("heading")
    for name, texts in (("agency", [heading.agency]), ("title", [heading.title]), ("filter", heading.filters)):
        for text in texts:
            _field(found, name, text)
    return found


def _columns(table):
    found = etree.Element("columns")
    for column, title in zip(table.columns, table.titles, strict=True):
        _field(found, "column", title, id=column.id)
    return found


def _record(place, columns, values, words):
    record = etree.Element("record", number=str(place))
    for column, value, said in zip(columns, values, words, strict=True):
        if value is not None and column.id != "ordinal":
            _field(record, "field", value.isoformat() if column.kind == "day" else said, column=column.id)
    return record


def _field(parent, name, text, **attributes):
    if text := clean(text).strip():
        etree.SubElement(parent, name, **attributes).text = text
