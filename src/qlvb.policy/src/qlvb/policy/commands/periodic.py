"""Run the work that comes again and again (mailboxes, reminders) by hand; the worker does it by itself.

Without a name: whatever is due. With --now also what is not due yet. --list tells the works and their last runs.
"""

import platform
from qlvb.content.clock import show_moment
from qlvb.policy.commands.zope import opened_site
import sys
from zope.i18n import translate


def arguments(parser):
    parser.add_argument("name", nargs="?", metavar="NAME", help="one work only; --list tells the names")
    parser.add_argument("--now", action="store_true", help="do it even if it is not due")
    parser.add_argument("--list", action="store_true", help="tell the works and their last runs")


def run(options):
    from qlvb.workflows.outbox import periodic

    with opened_site(options.site):
        names = [name for name, _work in periodic.works()]
        if options.name is not None and options.name not in names:
            print(f"There is no work {options.name}; there are: {', '.join(names)}.", file=sys.stderr)
            return 1
        if options.list:
            print(*(line(name, work, periodic.last_run(name)) for name, work in periodic.works()), sep="\n")
            return 0
        ran = periodic.run_due(f"{platform.node()}-command", options.name, options.now)
        print(*(outcome(name, last) for name, last in ran), sep="\n", end="\n" if ran else "")
        if not ran:
            print("Nothing is due, or the worker is at it.")
    return 1 if any(last.error for _name, last in ran) else 0


def line(name, work, last):
    """A work in one line: name, title, interval, last run."""
    title = translate(work.title, target_language="vi")
    when = show_moment(last.started if last is not None else None) or "-"
    state = f" {last.error}" if last is not None and last.error else ""
    return f"{name:<20} {title} ({work.interval}): {when}{state}"


def outcome(name, last):
    """What a run told, in one line."""
    told = ", ".join(f"{key} {value}" for key, value in last.result.items())
    return f"{name}: {last.error or told or 'done'}"
