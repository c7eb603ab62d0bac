"""Run the measurements named on the command line, or all."""

from importlib import import_module
from pathlib import Path
import sys


def main(names):
    here = Path(__file__).parent
    names = names or sorted(path.stem for path in here.glob("*.py") if not path.stem.startswith("_"))
    results = []
    for name in names:
        print(f"== {name}", flush=True)
        for result in import_module(f"benchmarks.{name}").measure():
            print(result, flush=True)
            results.append(result)
    return 0 if all(result.kept for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
