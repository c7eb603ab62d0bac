"""``bin/qlvb``: administration from the command line. One module per command, each with ``arguments`` and ``run``."""

import argparse
from qlvb.policy.commands import check
from qlvb.policy.commands import demonstration
from qlvb.policy.commands import serve
from qlvb.policy.commands import site
from qlvb.policy.commands import start
from qlvb.policy.commands import worker
import sys


COMMANDS = {
    "start": (start, "run the site and its worker; create the site first if there is none"),
    "create-site": (site, "create a site"),
    "demo": (demonstration, "fill a site with the demonstration province"),
    "check": (check, "verify journals, numbers, files and dossiers of a site"),
    "serve": (serve, "run the web server alone"),
    "worker": (worker, "run the worker alone"),
}


def main(argv=None):
    """Parse the command line and run a command; the exit status is what the command returns."""
    parser = argparse.ArgumentParser(prog="qlvb", description="Administration of QLVB")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (module, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=(module.__doc__ or summary).strip())
        command.add_argument("--site", default="qlvb", help="id of the site (default: qlvb)")
        module.arguments(command)
        command.set_defaults(run=module.run)
    options = parser.parse_args(argv)
    sys.exit(options.run(options) or 0)
