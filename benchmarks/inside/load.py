"""Fill the records index of the site with generated documents, unless it has them already."""

from benchmarks.data.loading import generated
from benchmarks.data.loading import is_loaded
from benchmarks.data.loading import load
import json
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import time
from tqdm import tqdm
import transaction


def main(count):
    start_zope()
    with application("qlvb"):
        schema.create("qlvb")
        transaction.commit()
        engine, records = database.engine("qlvb"), generated(count)
        started = time.monotonic()
        fresh = not is_loaded(engine, records)
        if fresh:
            with tqdm(total=count, unit=" records", mininterval=5) as bar:
                load(engine, records, progress=lambda done: bar.update(done - bar.n))
        print(json.dumps({"loaded": fresh, "seconds": time.monotonic() - started}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
