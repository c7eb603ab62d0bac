"""Starts the command of eark-validator where there is no internet.

At import it asks the web for four vocabularies, which it also carries with it. Run by the interpreter of its own virtual
environment: ``.venv-eark/bin/python tests/eark_offline.py PACKAGE.zip``. Whoever sets ``QLVB_EARK_VALIDATOR`` may use it, too.
"""

import importlib.util
from pathlib import Path
import sys
import urllib.request


def main():
    places = importlib.util.find_spec("eark_validator").submodule_search_locations
    carried = Path(places[0]) / "ipxml" / "resources" / "vocabs"
    urllib.request.urlopen = lambda url, *args, **options: (carried / str(url).rsplit("/", 1)[1]).open("rb")
    from eark_validator.cli.app import main as command

    sys.argv[0] = "eark-validator"
    command()


if __name__ == "__main__":
    main()
