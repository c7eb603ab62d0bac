"""``bin/qlvb check`` on a site that people have worked on: runs last in this folder, after the stories."""

import subprocess


def test_a_site_after_the_stories_has_no_faults(live_sqlite):
    answer = live_sqlite.command("check", stdout=subprocess.PIPE, text=True, check=False)
    assert answer.stdout.endswith(" 0 faults.\n"), answer.stdout
