"""What somebody answers to a letter, without what his mail program quotes."""

import pytest
from qlvb.workflows.notices.replies import LINE
from qlvb.workflows.notices.replies import answer_in


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Đã xong.", "Đã xong."),
        ("Đã xong.\n\n> Đôn đốc lần 1\n> http://…", "Đã xong."),
        ("Đã xong,\ngửi chiều nay.\n\nVào CN, 22 thg 11, 2026 vào lúc 08:00 QLVB <a@b.example> đã viết:\n\n> x", "Đã xong,\ngửi chiều nay."),
        ("Xong.\nOn Sun, Nov 22, 2026 at 8:00 AM QLVB <a@b.example> wrote:\n> x", "Xong."),
        ("Xong.\nOn Sun, Nov 22, 2026 at 8:00 AM QLVB\n<a@b.example>\nwrote:\n" + LINE, "Xong.\nOn Sun, Nov 22, 2026 at 8:00 AM QLVB\n<a@b.example>\nwrote:"),
        ("Xong.\n-----Original Message-----\nFrom: QLVB", "Xong."),
        ("Xong.\n________________________________\nTừ: QLVB", "Xong."),
        (f"Xong.\n{LINE}\nĐôn đốc nhiệm vụ", "Xong."),
        (f"Xong. {LINE} Đôn đốc", ""),
        ("> Đôn đốc", ""),
        ("", ""),
        ("Ngày mai sẽ gửi báo cáo.", "Ngày mai sẽ gửi báo cáo."),
        ("Từ nay đến thứ Sáu xong.", "Từ nay đến thứ Sáu xong."),
    ],
)
def test_the_answer(text, answer):
    assert answer_in(text) == answer
