"""``bin/qlvb``: administration from the command line. One module per command, each with ``arguments`` and ``run``."""

import argparse
from importlib import import_module
import sys


#: name -> (module, summary). A module is imported when its command is wanted: most of them load half of Plone.
COMMANDS = {
    "start": ("start", "run the site and its worker; create the site first if there is none"),
    "create-site": ("site", "create a site"),
    "demo": ("demonstration", "fill a site with the demonstration province"),
    "check": ("check", "verify journals, numbers, files and dossiers of a site"),
    "audit": ("audit", "prove that journals and files were not altered; restore damaged files"),
    "backup": ("backup", "tell the site that a backup was made"),
    "texts": ("texts", "read the text of files that have none yet"),
    "import": ("imports", "import documents of past years from a spreadsheet"),
    "index": ("index", "rebuild, verify or upgrade the tables behind lists and search"),
    "upgrade": ("upgrade", "bring a site to the version of this code"),
    "serve": ("serve", "run the web server alone"),
    "worker": ("worker", "run the worker alone"),
    "periodic": ("periodic", "run the work that comes again and again: mailboxes, reminders"),
}


def main(argv=None):
    """Parse the command line and run a command; the exit status is what the command returns."""
    options = parsed(sys.argv[1:] if argv is None else argv)
    sys.exit(options.run(options) or 0)


def parsed(argv):
    """argparse.Namespace of a command line (list of str), with ``run`` of its command.

    :raises SystemExit: there is no such command or option; the usage was printed.
    """
    parser = argparse.ArgumentParser(prog="qlvb", description="Administration of QLVB")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    wanted = next((word for word in argv if not word.startswith("-")), None)
    for name, (module_name, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary)
        if name != wanted:
            continue
        module = import_module(f"qlvb.policy.commands.{module_name}")
        command.description = (module.__doc__ or summary).strip()
        command.add_argument("--site", default="qlvb", help="id of the site (default: qlvb)")
        module.arguments(command)
        command.set_defaults(run=module.run)
    return parser.parse_args(argv)
