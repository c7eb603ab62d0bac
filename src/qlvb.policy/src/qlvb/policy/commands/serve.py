"""Run the web server of the instance in this process."""

from qlvb.policy.commands.places import prepared_conf
import sys


#: Seconds that a thread works before it lets another one on. A thread that has asked the database waits that long for
#: its turn: with Python's 5 ms eight writers hinder each other.
SWITCH_INTERVAL = 0.0005


def arguments(parser):
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on (default: 8080)")
    parser.add_argument("--threads", type=int, default=4, help="threads that answer requests (default: 4)")


def run(options):
    from qlvb.policy.commands.addresses import ReadableAddresses
    from qlvb.policy.commands.zope import loading
    from waitress import serve

    sys.setswitchinterval(SWITCH_INTERVAL)
    with loading():
        from Zope2.Startup.run import make_wsgi_app
        from ZPublisher.httpexceptions import HTTPExceptionHandler

        application = make_wsgi_app({}, str(prepared_conf()))
    warn_of_index(options.site)
    pipeline = ReadableAddresses(HTTPExceptionHandler(application))
    serve(
        pipeline,
        host=options.host,
        port=options.port,
        threads=options.threads,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=1 << 30,
        ident="QLVB",
    )
    return 0


def warn_of_index(site):
    """Say on the terminal when lists and search will answer 503 because their index cannot be used."""
    from qlvb.content.index import schema
    from qlvb.content.index.refusals import IndexUnavailable
    from qlvb.policy.commands.index import sentence
    from qlvb.policy.commands.zope import application

    with application(site) as app:
        try:
            if site in app.objectIds():
                schema.check()
        except IndexUnavailable as unavailable:
            print(f"Lists and search are out of service: {sentence(unavailable)}", file=sys.stderr, flush=True)
