"""Runs in the system's Python (which has LibreOffice's bridge ``uno``), beside a LibreOffice of its own.

``python3 warm_office.py <soffice> <profile URL> <pipe name>``. Says ``ready``; then reads lines of JSON, each a pair of
file addresses (source, PDF), and answers ``done``, or ``unreadable`` when LibreOffice cannot open the source. Ends with
its standard input, or when LibreOffice ends. Whoever started it ends both by their process group.
"""

# ruff: noqa: I001  what lies in com.sun can be imported only after uno
import json
import subprocess
import sys
import time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def start(program, profile, pipe):
    """(process, desktop) of a LibreOffice that answers."""
    options = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    accept = f"--accept=pipe,name={pipe};urp;"
    process = subprocess.Popen(
        [program, f"-env:UserInstallation={profile}", *options, accept], stdin=subprocess.DEVNULL, stdout=sys.stderr
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while process.poll() is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
        else:
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    sys.exit("LibreOffice ended before it answered")


def convert(desktop, source, target):
    """bool: the PDF/A-2b was written. Runs no macros and renews no links."""
    quiet = (value("Hidden", True), value("ReadOnly", True), value("MacroExecutionMode", 0), value("UpdateDocMode", 0))
    document = desktop.loadComponentFromURL(source, "_blank", 0, quiet)
    if document is None or not document.supportsService("com.sun.star.text.GenericTextDocument"):
        if document is not None:
            document.close(True)
        return False
    try:
        data = uno.Any("[]com.sun.star.beans.PropertyValue", (value("SelectPdfVersion", 2),))
        document.storeToURL(target, (value("FilterName", "writer_pdf_Export"), value("FilterData", data)))
    finally:
        document.close(True)
    return True


def main(program, profile, pipe):
    _process, desktop = start(program, profile, pipe)
    print("ready", flush=True)
    for line in sys.stdin:
        print("done" if convert(desktop, *json.loads(line)) else "unreadable", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
