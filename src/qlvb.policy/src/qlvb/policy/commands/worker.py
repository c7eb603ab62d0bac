"""Run the worker: it converts, delivers and does whatever else must not happen inside a request."""

from qlvb.policy.commands.zope import start_zope


def arguments(parser):
    parser.add_argument("--once", action="store_true", help="do what is due now and stop")


def run(options):
    from qlvb.workflows.outbox import worker

    start_zope()
    return worker.main(options.site, once=options.once)
