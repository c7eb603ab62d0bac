"""A validator that is not ours: the operator's command, if ``$QLVB_EARK_VALIDATOR`` names one.

It is called with the path of the ZIP and prints a report of eark-validator as JSON on its last line. Its rule SIP14
asks for an attribute that the METS schema forbids, so it is no fault of ours.
"""

from contextlib import suppress
import json
import os
from qlvb.content.packages.interfaces import Finding
from qlvb.workflows.packages import guard
import shlex
import signal
import subprocess
import sys
import time


COMMAND = "QLVB_EARK_VALIDATOR"
#: Rules of the validator that nobody can keep.
MISTAKEN = ("SIP14",)
TIMEOUT = 1800  # seconds
LOOK = 0.2  # seconds between two questions whether anybody still wants to know
_SHOWN = 300


def judge(path, step=lambda: None):
    """What the operator's validator says of the ZIP at ``path``: list of Finding; [] when none is set. ``step``:
    callable() asked while it runs; whatever it raises ends the command with all that it has started.
    """
    command = os.environ.get(COMMAND)
    return report_findings(*_run(command, path, step)) if command else []


def _run(command, path, step):
    watched, held = os.pipe()  # nothing is said through it: the kernel closes it with this process
    try:
        process = _start(command, path, watched)
    except (OSError, ValueError) as error:
        os.close(held)
        return "", str(error)
    finally:
        os.close(watched)
    try:
        return _answer(process, step)
    finally:
        _end(process)
        os.close(held)


def _start(command, path, watched):
    return subprocess.Popen(
        [sys.executable, "-S", guard.__file__, *shlex.split(command), str(path)],
        stdin=watched,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )


def _answer(process, step):
    """(output, complaint) of the command."""
    until = time.monotonic() + TIMEOUT
    while True:
        try:
            return process.communicate(timeout=LOOK)
        except subprocess.TimeoutExpired:
            step()
        if time.monotonic() > until:
            return "", f"timed out after {TIMEOUT} seconds"


def _end(process):
    """The command and what it started (validators are often scripts around a program of Java)."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stderr.close()


def report_findings(output, complaint=""):
    """Findings of what eark-validator printed; what is no report is an error: it crashes on bad packages."""
    lines = output.strip().splitlines()
    try:
        report = json.loads(lines[-1])
        report = report[0] if isinstance(report, list) else report
        messages = [*report["structure"]["messages"]]
        for part in ("schema_results", "schematron_results"):
            messages += report["metadata"][part]["messages"]
        statuses = report["structure"]["status"]
    except (ValueError, KeyError, IndexError, TypeError):
        detail = (complaint or output).strip()[-_SHOWN:]
        return [Finding("independent_unreadable", "", detail)]
    found = [_finding(message) for message in messages if str(message.get("severity", "")).lower() != "info"]
    if statuses != "WellFormed" and not any(one.severity == "error" for one in found):
        found.append(Finding("independent", "", str(statuses)))
    return found


def _finding(message):
    rule = str(message.get("rule_id", ""))
    serious = str(message.get("severity", "")).lower() == "error" and rule not in MISTAKEN
    return Finding("independent", rule, str(message.get("message", ""))[:_SHOWN], "error" if serious else "warning")
