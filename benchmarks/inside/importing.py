"""Import a file of JSON lines into the site, registers of the years opened before, and say how long it took.

The numbers of the rows are moved behind those that are there, so that the same site takes one file after another.
"""

from dataclasses import replace
import json
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.workflows.importing.importer import Importer
from qlvb.workflows.importing.sheets import read
import sys
import time
import transaction
from zope.component import getUtility


YEARS = range(2022, 2027)


def main(path):
    start_zope()
    with application("qlvb"):
        finder, top = getUtility(IRegisterFinder), 0
        for agency in getUtility(IDirectory).agencies():
            for year in YEARS:
                finder.open_year(agency.id, year, "system")
                top = max([top, *(INumberBook(book).next_number - 1 for book in finder.registers(agency.id, year))])
            transaction.commit()
        rows = [moved(row, top) for row in read(path)]
        started = time.perf_counter()
        outcome = Importer("system", source="rows.jsonl").run(rows)
        seconds = time.perf_counter() - started
        print(json.dumps({"imported": outcome.imported, "refused": outcome.refused, "seconds": seconds}))


def moved(row, top):
    """The row with a number ``top`` higher, and a key of its own."""
    cells = {**row.cells, "key": f"{row.cells['key']}-{top}"}
    if "arrival_number" in cells:
        cells["arrival_number"] += top
    else:
        number, _slash, symbol = cells["reference"].partition("/")
        cells["reference"] = f"{int(number) + top}/{symbol}"
    return replace(row, cells=cells)


if __name__ == "__main__":
    main(sys.argv[1])
