"""A builder that is killed, one whose disk is full, and two at once: processes of their own, ended by the kernel."""

import os
from packed import package
from pathlib import Path
import pytest
from qlvb.content.packages import building
from qlvb.content.packages import room
from qlvb.content.packages.interfaces import NoRoom
from qlvb.content.packages.validating import validate
import signal
import subprocess
import sys
import textwrap
import time


HERE = Path(__file__).parents[2]
SOURCES = [HERE / "../src/qlvb.content/src", HERE]
START = """
    import sys, time
    from pathlib import Path
    from packed import package, packed
    from qlvb.content.packages.building import build
    from qlvb.content.packages.interfaces import NoRoom
    from qlvb.content.packages.validating import validate
    place = Path(sys.argv[1])
    files = [packed(data=b"%PDF" + bytes(5_000_000))]
"""


def builder(place, code):
    """The process; ``code`` goes on after START."""
    program = textwrap.dedent(START) + textwrap.dedent(code)
    path = ":".join(str(source.resolve()) for source in SOURCES)
    return subprocess.Popen([sys.executable, "-c", program, str(place)], env={"PYTHONPATH": path}, stdout=subprocess.PIPE, text=True)


def test_killed_while_it_builds(tmp_path):
    wait = """
        def judge(path):
            print("there", flush=True)
            time.sleep(60)
        build(package(files=files), place, judge)
    """
    process = builder(tmp_path, wait)
    assert process.stdout.readline() == "there\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
    again = builder(tmp_path, "print(build(package(files=files), place, validate)[0].name)")
    name = again.communicate()[0].strip()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert validate(tmp_path / name) == []


def test_the_kernel_refuses_more_bytes(tmp_path):
    """RLIMIT_FSIZE: writing fails half way, as on a full disk."""
    small = """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY))
        try:
            build(package(files=files), place, validate)
        except NoRoom as full:
            print("no room at", full.place)
        print(sorted(path.name for path in place.iterdir()))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print(validate(build(package(files=files), place, validate)[0]))
    """
    process = builder(tmp_path, small)
    said, _errors = process.communicate()
    assert process.returncode == 0
    assert said.splitlines() == [f"no room at {tmp_path}", "[]", "[]"]


def test_two_at_once_in_one_directory(tmp_path):
    processes = [builder(tmp_path, "print(build(package(files=files), place, validate)[0].name)") for _again in range(2)]
    names = [process.communicate()[0].strip() for process in processes]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert [validate(tmp_path / name) for name in names] == [[], []]


def test_a_disk_that_has_no_room_is_not_begun_on(tmp_path, monkeypatch):
    class Statistics:
        f_bavail, f_frsize = 0, 4096

    monkeypatch.setattr(room.os, "statvfs", lambda place: Statistics)
    with pytest.raises(NoRoom):
        building.build(package(), tmp_path, validate)
    assert list(tmp_path.iterdir()) == []


def test_a_validator_dies_with_the_worker_that_is_killed(tmp_path):
    """The command is a script, as validators are; what it started dies, too, before it says that it is through."""
    script = tmp_path / "validator"
    script.write_text(f"#!/bin/sh\nsh -c 'echo $$; sleep 3; touch {tmp_path}/through' > {tmp_path}/started\n")
    script.chmod(0o755)
    code = "from qlvb.workflows.packages.independent import judge; judge('a.zip')"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "QLVB_EARK_VALIDATOR": str(script)}
    worker = subprocess.Popen([sys.executable, "-S", "-c", code], env=environment)
    started = tmp_path / "started"
    until(lambda: started.exists() and started.read_text().strip())
    worker.kill()
    worker.wait()
    until(lambda: not runs(int(started.read_text())))
    assert not (tmp_path / "through").exists()


def until(ready):
    end = time.monotonic() + 20
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)


def runs(number):
    """bool: the process is there and is no corpse."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
