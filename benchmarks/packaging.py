"""An AIP of one gigabyte: the memory of the process that builds and validates it, and the pace."""

from benchmarks import Result
from dataclasses import asdict
import json
from pathlib import Path
import subprocess
import sys


VAR = Path(__file__).parent / "var"


def measure(options):
    """iterable of Result."""
    VAR.mkdir(exist_ok=True)
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.inside.packaging", str(VAR)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, input=json.dumps(asdict(options)))
    found = json.loads(done.stdout.strip().splitlines()[-1])
    what = f"AIP of {found['megabytes']} MB in {found['files']} files"
    yield Result(f"{what}: memory of the whole process", found["memory"], "MB", 200)
    yield Result(f"{what}: built and validated", found["seconds"], "s")
    yield Result(f"{what}: pace", found["megabytes"] / found["seconds"], "MB/s")
    yield Result(f"{what}: findings", found["findings"], "", 0)
