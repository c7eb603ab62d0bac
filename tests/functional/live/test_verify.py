"""A site that people have worked on: runs last in this folder, after the stories."""

from contextlib import closing
import re
import sqlite3


#: What the programs that read files make of them: it holds on to the file, and would be kept with all its bytes.
READERS = {"_io", "asn1crypto", "bs4", "docx", "email", "lxml", "openpyxl", "pikepdf", "PIL", "pyhanko", "pypdf", "requests", "zipfile"}
#: How protocol 3 of pickle, that of ZODB, names a class: the module is caught.
GLOBAL = re.compile(rb"c([A-Za-z_][\w.]*)\n[A-Za-z_]\w*\n")


def test_a_site_after_the_stories_has_no_faults(live_sqlite):
    status, said = live_sqlite.command("check")
    assert status == 0 and said.endswith(" 0 faults.\n"), said


def test_no_object_is_kept_with_a_file_it_was_read_from(live_sqlite):
    storage = live_sqlite.home / "var" / "sqlite" / "main.sqlite3"
    with closing(sqlite3.connect(f"file:{storage}?mode=ro", uri=True)) as connection:
        states = connection.execute("SELECT state FROM object_state WHERE state IS NOT NULL")
        found = {name.decode() for (state,) in states for name in GLOBAL.findall(state)}
    assert "qlvb.content.documents.content" in found
    assert {module.partition(".")[0] for module in found}.isdisjoint(READERS), found
