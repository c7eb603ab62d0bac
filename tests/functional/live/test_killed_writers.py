"""Processes killed in the middle of their writes: what was acknowledged is there, and the index can be mended."""

from sqlalchemy import create_engine
from sqlalchemy import text
from threading import Thread


WRITERS = 3
WRITES = 1000
#: After how many documents of its own each of them is killed.
KILLED_AFTER = (30, 50, 70)


class Writer(Thread):
    """Reads what a writing process acknowledges and kills it after ``limit`` documents."""

    def __init__(self, site, limit):
        super().__init__()
        self.limit = limit
        self.acknowledged = []
        self.process = site.beside("live.writers", "qlvb", str(WRITES))

    def run(self):
        for line in self.process.stdout:
            self.acknowledged.append(line.strip())
            if len(self.acknowledged) > self.limit:
                self.process.kill()
        self.process.wait()


def uids(site):
    """What the index of the site holds, asked past the product."""
    if site.dsn:
        server = dict(part.split("=") for part in site.dsn.replace("'", "").split())
        engine = create_engine("postgresql+psycopg2://", connect_args=server)
        table = "qlvb_index_qlvb.records"
    else:
        engine = create_engine(f"sqlite:///{site.home}/var/index/qlvb.sqlite3")
        table = "records"
    with engine.connect() as connection:
        return set(connection.scalars(text(f"SELECT uid FROM {table}")))


def test_killed_in_the_middle_of_a_thousand_writes(live):
    writers = [Writer(live, limit) for limit in KILLED_AFTER]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.process.returncode for writer in writers] == [-9] * WRITERS
    acknowledged = {uid for writer in writers for uid in writer.acknowledged if uid != "ready"}
    assert len(acknowledged) >= sum(KILLED_AFTER)
    assert live.command("index", "verify", "--repair", "--quiet")[0] == 0
    status, said = live.command("index", "verify", "--quiet")
    assert status == 0 and ", 0 differences, 0 mended." in said
    assert acknowledged <= uids(live)
