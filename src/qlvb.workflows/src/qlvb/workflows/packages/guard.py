"""A command that does not outlive who asked for it: ``python -S guard.py COMMAND ARGUMENT…``.

Whoever starts it holds the other end of its standard input. The kernel closes that end when he is gone, however he
went (``kill -9`` asks nobody), and the command is killed with all that it has started: it runs in the session of this
program, which its starter made for it. The parent-death signal of Linux would reach the command only, not the program
of Java that a validator's script has started. Nothing of the product is imported: it is up before the command is asked.
"""

import os
import signal
import subprocess
import sys
import threading


#: Status of a shell for a command that is not there.
NOT_FOUND = 127


def main(command):
    """Status of the command; what it prints goes where this program's output goes."""
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    except OSError as error:
        print(error, file=sys.stderr)
        return NOT_FOUND
    threading.Thread(target=_end_with_starter, daemon=True).start()
    return process.wait()


def _end_with_starter():
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    # Not sys.exit: the thread may be in a read that only the starter ends.
    status = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(status if status >= 0 else 128 - status)
