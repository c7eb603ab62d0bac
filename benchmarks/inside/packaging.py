"""Builds an AIP in a process of its own and says what it took; arguments: a directory."""

from hashlib import sha256
import json
import os
from packed import package
from packed import packed
from pathlib import Path
from qlvb.content.packages.building import build
from qlvb.content.packages.validating import validate
import resource
import shutil
import sys
import tempfile
import time


MEGABYTE = 1 << 20
FILES = 16
EACH = 64  # MB


def main(place):
    with tempfile.TemporaryDirectory(dir=place) as directory:
        source = Path(directory, "source")
        digest = sha256()
        with source.open("wb") as target:
            for _again in range(EACH):
                part = os.urandom(MEGABYTE)
                digest.update(part)
                target.write(part)
        files = [_file(source, number, digest.hexdigest()) for number in range(FILES)]
        started = time.perf_counter()
        path, _digest, findings = build(package("AIP", files=files), Path(directory, "packages"), validate)
        seconds = time.perf_counter() - started
        size = path.stat().st_size
        shutil.rmtree(path.parent)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = {"megabytes": size // MEGABYTE, "files": FILES, "seconds": seconds, "memory": memory, "findings": len(findings)}
    print(json.dumps(said))


def _file(source, number, digest):
    one = packed(f"{number:02d}.pdf", b"", opened=lambda: source.open("rb"))
    return type(one)(**{**one.__dict__, "size": EACH * MEGABYTE, "sha256": digest})


if __name__ == "__main__":
    main(sys.argv[1])
