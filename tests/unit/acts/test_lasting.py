"""How long somebody has been waited for, as people say it."""

import pytest
from qlvb.workflows.standing.lasting import lasting
from zope.i18n import translate


@pytest.mark.parametrize("days, said", [(-1, "hôm nay"), (0, "hôm nay"), (1, "1 ngày"), (2, "${days} ngày")])
def test_today_is_no_number_of_days(days, said):
    assert lasting(days).default == said
    assert translate(lasting(days)) == said.replace("${days}", str(days))
