"""Fill a records index with generated documents, unless it has them already. Needs no site: whoever asks it claims it."""

from benchmarks.data.dossiers import load_dossiers
from benchmarks.data.loading import generated
from benchmarks.data.loading import is_loaded
from benchmarks.data.loading import load
import json
from qlvb.content.index import database
from qlvb.content.index import schema
import sys
import time
from tqdm import tqdm


def main(count):
    engine, records = database.new_engine("qlvb"), generated(count)
    with engine.begin() as connection:
        schema.migrate(connection)
    started = time.monotonic()
    fresh = not is_loaded(engine, records)
    if fresh:
        with tqdm(total=count, unit=" records", mininterval=5) as bar:
            load(engine, records, progress=lambda done: bar.update(done - bar.n))
    load_dossiers(engine, records)
    print(json.dumps({"loaded": fresh, "seconds": time.monotonic() - started}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
