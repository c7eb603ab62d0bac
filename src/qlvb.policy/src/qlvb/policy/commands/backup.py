"""Tell the site that a backup was made (or failed): what @@system-state and the administrator's home page show.

Call it at the end of the script that makes backups; --failed when it did not succeed.
"""

from datetime import datetime
from qlvb.content.violations import Refused
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import transaction
from zope.i18n import translate


def arguments(parser):
    parser.add_argument("--where", default="", metavar="PLACE", help="where the backup lies")
    parser.add_argument("--size", type=int, metavar="BYTES", help="its size in bytes")
    parser.add_argument("--note", default="", help="a remark, or why it failed")
    parser.add_argument("--failed", action="store_true", help="the backup did not succeed")
    parser.add_argument("--when", metavar="ISO", help="when, as 2026-11-22T02:00:00+07:00; now when left out")


def run(options):
    try:
        when = datetime.fromisoformat(options.when) if options.when else None
    except ValueError:
        print(f"{options.when} is no moment in ISO 8601.", file=sys.stderr)
        return 2
    start_zope()
    with application(options.site) as app:
        if options.site not in app.objectIds():
            print(f"There is no site {options.site}.", file=sys.stderr)
            return 1
        from qlvb.policy.operations.backups import Backups

        try:
            Backups().note("system", options.where, not options.failed, options.size, options.note, when)
        except Refused as refused:
            said = [translate(one.message, target_language="en") for one in refused.violations]
            print(*said, sep="\n", file=sys.stderr)
            return 1
        transaction.commit()
    return 0
