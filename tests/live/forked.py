"""Processes of sites as forks of one that has loaded code and configuration (live/loaded.py).

Loading takes six seconds of computing, and the tests start some eighty processes in order to kill them. A fork has a pid,
a database, an environment and files of its own and does what ``bin/qlvb`` would do from there; the sites themselves are
made with ``bin/qlvb`` (``LiveSite.command``).
"""

from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing import get_context
from multiprocessing import reduction
import os
from pathlib import Path
from qlvb.policy.commands.main import main
import runpy
import subprocess
import sys


TOP = Path(__file__).parents[2]
CONTEXT = get_context("forkserver")


class Forked:
    """As subprocess.Popen: pid, args, stdin, stdout, returncode, poll, wait, terminate, kill, leaving a block waits.

    ``files`` are the descriptors that the process has as its standard input, output and errors.
    """

    def __init__(self, module, args, environment, files, stdin=None, stdout=None):
        self.args, self.stdin, self.stdout = args, stdin, stdout
        with _loader():
            self.process = CONTEXT.Process(target=_run, args=(module, args, environment, list(map(_Descriptor, files))))
            self.process.start()
        self.pid, self.terminate, self.kill = self.process.pid, self.process.terminate, self.process.kill

    @property
    def returncode(self):
        return self.process.exitcode

    def poll(self):
        return self.process.exitcode

    def wait(self, timeout=None):
        self.process.join(timeout)
        if self.process.exitcode is None:
            raise subprocess.TimeoutExpired(self.args, timeout)
        return self.process.exitcode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for end in (self.stdin, self.stdout):
            if end is not None:
                end.close()
        self.wait()


def command(arguments, environment, log):
    """``bin/qlvb ARGUMENTS``; what it says goes to the open file ``log``."""
    with open(os.devnull) as nothing:
        files = [nothing.fileno(), log.fileno(), log.fileno()]
        return Forked(None, ["qlvb", *arguments], environment, files)


def beside(module, arguments, environment):
    """``python -m MODULE ARGUMENTS``, which is talked with in lines."""
    (stdin, told), (said, stdout) = os.pipe(), os.pipe()
    try:
        files = [stdin, stdout, sys.__stderr__.fileno()]
        return Forked(module, [module, *arguments], environment, files, os.fdopen(told, "w"), os.fdopen(said))
    finally:
        os.close(stdin)
        os.close(stdout)


class _Descriptor:
    """A file descriptor that goes to the new process."""

    def __init__(self, number):
        self.number = number

    def __reduce__(self):
        return _taken_over, (reduction.DupFd(self.number),)


def _taken_over(duplicate):
    return duplicate.detach()


@contextmanager
def _loader():
    """Inside the block the server runs; the first time it is started and loads."""
    paths = [str(TOP / "develop-eggs"), *sys.path]
    own = {"PYTHONPATH": os.pathsep.join(paths), "QLVB_INSTANCE": str(TOP / "parts" / "instance")}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        forkserver.set_forkserver_preload(["live.loaded"])
        forkserver.ensure_running()
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _run(module, args, environment, files):
    """In the new process: become that program, ``bin/qlvb`` when there is no module."""
    for number, file in enumerate(files):
        os.dup2(file, number)
    for name, mode, number in (("stdin", "r", 0), ("stdout", "w", 1), ("stderr", "w", 2)):
        setattr(sys, name, open(number, mode, closefd=False, buffering=1))
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = args
    if module:
        runpy.run_module(module, run_name="__main__")
    else:
        main()
