from outgoing_story import DRAFTER
from outgoing_story import take_to


def test_the_drafter_sees_everything(draft, page):
    markup = page(DRAFTER, draft, "view")
    assert "THÔNG TIN CHÍNH" in markup
