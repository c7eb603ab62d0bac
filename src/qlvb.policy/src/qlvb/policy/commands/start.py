"""Run the site and its worker until interrupted; create the site with demonstration data first if there is none.

The two run as processes of their own, so that a long conversion never delays a page. A worker that ends by itself is
started again and goes on with what waits; when the server ends, the worker is stopped.
"""

import os
from pathlib import Path
from qlvb.policy.commands.keeping import Kept
from qlvb.policy.commands.places import lacks_index
from qlvb.policy.commands.places import var_directory
from qlvb.policy.commands.places import zope_conf
from qlvb.policy.demo.accounts import ACCOUNTS
from qlvb.policy.demo.accounts import PASSWORD
import signal
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import urlopen


#: Fetched one after another before anybody is let in: CPython 3.11 fails on templates that parallel requests compile.
WARM_PAGES = ("/login",)
START_SECONDS = 120


def arguments(parser):
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on (default: 8080)")
    parser.add_argument("--no-demonstration", action="store_true", help="create an empty site")


def run(options):
    zope_conf()
    command = [sys.executable, sys.argv[0]] if not os.access(sys.argv[0], os.X_OK) else [sys.argv[0]]
    created = created_marker(options.site)
    if not created.exists():
        arguments = ["create-site", "--site", options.site]
        if not options.no_demonstration:
            arguments.append("--demonstration")
        if subprocess.run(command + arguments).returncode:
            return 1
        created.parent.mkdir(parents=True, exist_ok=True)
        created.write_text("empty" if options.no_demonstration else "demonstration")
    rebuild = [*command, "index", "rebuild", "--site", options.site]
    if lacks_index(options.site) and subprocess.run(rebuild).returncode:
        return 1
    serve = [*command, "serve", "--site", options.site, "--host", options.host, "--port", str(options.port)]
    running = [subprocess.Popen(serve)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return watch(running, options, [*command, "worker", "--site", options.site])
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        stop([one.process if isinstance(one, Kept) else one for one in running])


def created_marker(site):
    """File beside the embedded database: a site was created in it. Asking the database would double the start."""
    return Path(var_directory(), "sqlite", f"{site}.created")


def watch(running, options, command):
    """Wait for the first page, start the worker, say how to get in, then wait for the end of the server.

    The worker comes second, so that the page does not share the processor with it: nobody waits for a job yet.
    ``running``: list of the server's process, to which the Kept of the worker is added.
    """
    base = f"http://localhost:{options.port}/{options.site}"
    (server,) = running
    if not answers(base, server):
        print(f"{base} did not answer; see the messages above.", file=sys.stderr)
        return 1
    for page in WARM_PAGES:
        fetch(base + page)
    worker = Kept(command)
    running.append(worker)
    print(welcome(base, created_marker(options.site).read_text() == "demonstration"), flush=True)
    while server.poll() is None:
        if said := worker.tend():
            print(f"The worker: {said}", file=sys.stderr, flush=True)
        time.sleep(0.5)
    print("The server ended; stopping the worker.", file=sys.stderr)
    return 1


def answers(url, server):
    """True as soon as ``url`` answers; False when the server's process ends or after START_SECONDS."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            return False
        if fetch(url):
            return True
        time.sleep(0.2)
    return False


def fetch(url):
    """True when the server answers at all, be it with an error."""
    try:
        with urlopen(url, timeout=60) as response:
            return bool(response.status)
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


def stop(processes):
    """End the processes, first asking, then for good."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()


def welcome(base, demonstration):
    """What the terminal says once the site answers."""
    lines = [f"\nQLVB: {base}\n"]
    if demonstration:
        lines.append(f"Demonstration accounts (password {PASSWORD}):")
        lines += [f"  {userid:<18} {who}" for userid, who in ACCOUNTS]
        lines.append("")
    lines.append("Stop with Ctrl+C.")
    return "\n".join(lines)
