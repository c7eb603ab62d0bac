"""Import a file of JSON lines into the site, registers of the years opened before, and say how long it took.

``PATH again``: the numbers of the rows are moved behind those that are there, so that the same site takes one file after
another. ``PATH rest``: as they are; what was imported by an earlier run is passed over.
"""

from dataclasses import replace
import json
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.workflows.importing.importer import Importer
from qlvb.workflows.importing.keys import ImportedKeys
from qlvb.workflows.importing.sheets import read
import sys
import time
from tqdm import tqdm
import transaction
from zope.component import getUtility


YEARS = range(2022, 2027)


def main(path, how):
    start_zope()
    with application("qlvb"):
        finder, top = getUtility(IRegisterFinder), 0
        agencies = getUtility(IDirectory).agencies()
        for agency in agencies:
            for year in YEARS:
                finder.open_year(agency.id, year, "system")
                top = max([top, *(INumberBook(book).next_number - 1 for book in finder.registers(agency.id, year))])
            transaction.commit()
        rows = [moved(row, top) for row in read(path)] if how == "again" else missing(path, agencies)
        with tqdm(total=len(rows), unit=" documents", mininterval=5) as bar:
            started, busy = time.perf_counter(), time.process_time()
            outcome = Importer("system", source="rows.jsonl").run(rows, lambda done: bar.update(done.read - bar.n))
            seconds, busy = time.perf_counter() - started, time.process_time() - busy
        said = {"imported": outcome.imported, "refused": outcome.refused, "seconds": seconds, "processor": busy}
        print(json.dumps(said))


def missing(path, agencies):
    """The rows of the file that no earlier run has imported: list."""
    directory = getUtility(IDirectory)
    keys = {agency.id: ImportedKeys(directory.agency_object(agency.id)) for agency in agencies}
    return [row for row in read(path) if row.cells["key"] not in keys[row.cells["agency"]]]


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
    main(sys.argv[1], sys.argv[2])
