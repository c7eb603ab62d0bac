"""Read standard input, write its text to standard output as UTF-8 (NFC)."""

from importlib import import_module
from qlvb.workflows.texts.reading import MAX_MEMORY
from qlvb.workflows.texts.reading import MAX_SECONDS
from qlvb.workflows.texts.reading import TOO_BIG
from qlvb.workflows.texts.reading import UNREADABLE
from qlvb.workflows.texts.reading import TooBig
from qlvb.workflows.texts.reading.cleaning import clean
from resource import RLIMIT_AS
from resource import RLIMIT_CORE
from resource import RLIMIT_CPU
from resource import setrlimit
import sys
import traceback


#: kind -> module with ``lines(stream, kind)``: iterable of str. Imported when wanted: each loads a library of its own.
READERS = {
    "pdf": "pdf",
    "xlsx": "sheets",
    "docx": "packages",
    "pptx": "packages",
    "odt": "packages",
    "ods": "packages",
    "odp": "packages",
}


def main(kind):
    """Returns the exit status."""
    setrlimit(RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    setrlimit(RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    setrlimit(RLIMIT_CORE, (0, 0))
    reader = import_module(f"qlvb.workflows.texts.reading.{READERS[kind]}")
    try:
        text = clean(reader.lines(sys.stdin.buffer, kind))
    except (TooBig, MemoryError):
        return TOO_BIG
    except Exception:
        # Libraries answer broken files with every exception there is; to the caller they all mean the same.
        traceback.print_exc()
        return UNREADABLE
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
