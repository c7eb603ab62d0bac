"""Words of records that were taken out leave the file of the index, a step at a time."""

from live.postgresql import Server
from live.postgresql import binaries
from live.postgresql import dump
from live.postgresql import rewrite
import pytest
from qlvb.content.index import database
from qlvb.content.index import fulltext
from qlvb.content.index import scrubbing
from qlvb.content.index import tables
from qlvb.content.index.fulltext import vocabulary
from sqlalchemy import create_engine
from sqlalchemy import delete
from sqlalchemy import insert
from threading import Thread


WORD = "zzbimatkhongsotzz"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def either(request, tmp_path_factory):
    """An engine of each database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("engine")
        return
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with Server() as server:
        server.database("words")
        engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/words")
        make_tables(engine)
        yield engine
        engine.dispose()


def make_tables(engine):
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        fulltext.create(connection)


@pytest.fixture
def engine(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_INDEX_DIRECTORY", str(tmp_path))
    monkeypatch.delenv("QLVB_INDEX_DSN", raising=False)
    engine = database.new_engine("qlvb")
    make_tables(engine)
    yield engine
    engine.dispose()


def add(engine, number, text):
    with engine.begin() as connection:
        record = {"id": number, "uid": f"u{number}", "acl": 1, "issue_day": 739700, "facts": {}}
        connection.execute(insert(tables.records), record)
        texts = {"subject": text, "content": " ".join(f"tu{number}x{place}" for place in range(400))}
        connection.execute(insert(tables.record_texts), {"record_id": number, **texts})
        fulltext.store(connection, number, texts)


def take_out(engine, number):
    with engine.begin() as connection:
        fulltext.remove(connection, [number])
        connection.execute(delete(tables.record_texts).where(tables.record_texts.c.record_id == number))
        connection.execute(delete(tables.records).where(tables.records.c.id == number))


def files_with_the_word(directory):
    return [path.name for path in directory.iterdir() if WORD.encode() in path.read_bytes()]


def test_no_file_has_the_word_any_more(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(scrubbing, "STEP", 8)
    monkeypatch.setattr(scrubbing, "PAUSE", 0)
    monkeypatch.setattr(scrubbing, "WORDS", 3)
    for number in range(1, 60):
        add(engine, number, WORD if number == 7 else "Kế hoạch năm")
    take_out(engine, 7)
    assert files_with_the_word(tmp_path)
    scrubbing._forget_words(engine)
    scrubbing._scrub_sqlite(engine)
    assert files_with_the_word(tmp_path) == []
    with engine.begin() as connection:
        assert fulltext.is_sound(connection)


def test_words_of_records_that_are_gone_are_proposed_no_more(either, monkeypatch):
    monkeypatch.setattr(scrubbing, "PAUSE", 0)
    monkeypatch.setattr(scrubbing, "WORDS", 3)
    add(either, 1, "Kế hoạch năm")
    add(either, 2, f"Báo cáo năm {WORD}")
    take_out(either, 2)
    scrubbing._forget_words(either)
    with either.connect() as connection:
        asked = ["ke", "hoach", "nam", "bao", "cao", WORD]
        assert vocabulary.known(connection, asked) == {"ke", "hoach", "nam"}
        assert vocabulary.near(connection, WORD[1:]) == set()


@pytest.mark.postgresql
def test_postgresql_gives_no_word_of_what_is_gone(monkeypatch):
    """Rows, words, vocabulary: at once in what the database gives, in its files when the tables are written anew."""
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    monkeypatch.setattr(scrubbing, "PAUSE", 0)
    with Server() as server:
        dsn = server.database("words")
        engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/words")
        monkeypatch.setattr(database, "engine", lambda site: engine)
        make_tables(engine)
        for number in range(1, 20):
            add(engine, number, WORD if number == 7 else "Kế hoạch năm")
        assert WORD.encode() in dump(dsn)
        take_out(engine, 7)
        scrubbing.scrub("qlvb")
        assert WORD.encode() not in dump(dsn)
        engine.dispose()
        rewrite(dsn)
        files = (path for path in (server.data / "base").rglob("*") if path.is_file())
        assert [path for path in files if WORD.encode() in path.read_bytes()] == []


def test_others_write_between_the_steps(engine, monkeypatch):
    monkeypatch.setattr(scrubbing, "STEP", 8)
    for number in range(1, 60):
        add(engine, number, "Kế hoạch năm")
    take_out(engine, 7)
    steps, written, writers = [], [], []

    def pause(seconds):
        """Somebody writes in the first pause; it ends when he has."""
        steps.append(seconds)
        if not writers:
            writers.append(Thread(target=lambda: (add(engine, 100, "Báo cáo"), written.append(len(steps)))))
            writers[0].start()
            writers[0].join(20)

    monkeypatch.setattr(scrubbing, "sleep", pause)
    scrubbing._scrub_sqlite(engine)
    assert written == [1]
    assert len(steps) > 1
