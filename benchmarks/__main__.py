"""Run the measurements named on the command line, or all; then print every result there is as one table."""

from benchmarks import Result
from benchmarks import _options
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
import json
import os
from pathlib import Path
import platform
import sys
import time


HERE = Path(__file__).parent
RESULTS = HERE / "results"


def main(words):
    steps, options = _options.read(words)
    if steps == ["table"]:
        return table()
    for name in steps or sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_")):
        print(f"== {name}", flush=True)
        started = time.monotonic()
        results = []
        for result in import_module(f"benchmarks.{name}").measure(options):
            print(result, flush=True)
            results.append(result)
        keep(name, options, results, time.monotonic() - started)
    print()
    return table()


def keep(name, options, results, seconds):
    """Write the results of a step as JSON."""
    RESULTS.mkdir(exist_ok=True)
    said = {
        "step": name,
        "when": datetime.now().isoformat(timespec="seconds"),
        "seconds": round(seconds),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "python": platform.python_version(),
        "options": asdict(options),
        "results": [asdict(result) for result in results],
    }
    (RESULTS / f"{name}.json").write_text(json.dumps(said, indent=1, ensure_ascii=False))


def table():
    """Print every result that is kept; status 1 when a budget is missed."""
    missed = 0
    for path in sorted(RESULTS.glob("*.json")):
        said = json.loads(path.read_text())
        print(f"-- {said['step']}  {said['when']}, {said['seconds']} s, {said['cores']} cores, load {said['load']:.1f}")
        for values in said["results"]:
            result = Result(**values)
            missed += not result.kept
            print(result)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
