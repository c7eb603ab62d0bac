"""Run the web server of the instance in this process."""

from qlvb.policy.commands.places import zope_conf


def arguments(parser):
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on (default: 8080)")
    parser.add_argument("--threads", type=int, default=4, help="threads that answer requests (default: 4)")


def run(options):
    from waitress import serve
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    pipeline = HTTPExceptionHandler(make_wsgi_app({}, str(zope_conf())))
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
