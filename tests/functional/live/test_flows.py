"""The flows of the manual in Chromium, label for label."""

from functional_robot import play
from live.desk import to_sign
from live.story import Story
import pytest


@pytest.mark.browser
@pytest.mark.libreoffice
def test_the_flows_of_the_manual(live_sqlite, tmp_path):
    to_sign(Story(live_sqlite), 3)
    play(live_sqlite, tmp_path, "flows.robot")
