"""Killed in the middle of *Phát hành* and of the receipt of a recall: whole or not at all, and nothing is signed twice."""

from live.recalling import CLERK
from live.recalling import SIGNER
from live.recalling import THEIR_CLERK
from live.recalling import issued
from live.recalling import signed_letter
from live.site import kill_worker
from live.story import Story
import pytest
from urllib.parse import urlsplit


REASON = "Công văn gửi nhầm nội dung."
NEW_WORKER = 600  # seconds: on a busy machine it comes late


@pytest.fixture
def story(live):
    return Story(live)


def killed(site, *arguments):
    """kill -9 of a process that has come to where it stops (live.halting)."""
    with site.beside("live.halting", "qlvb", *arguments) as process:
        assert process.stdout.readline() == "there\n"
        process.kill()
        assert process.wait() == -9


def next_number(story):
    found = story.get(CLERK, "skhcn/registers", metadata_fields="UID")["items"]
    book = next(item["@id"] for item in found if "/cong-van-di-" in item["@id"])
    register = story.get(CLERK, f"{book}/@register", check=1)
    assert [finding for finding in register["findings"] if finding["fault"]] == []
    return register["register"]["next_number"]


def arrived(story, subject):
    """Addresses of what the other agency's clerk has to accept."""
    waiting = story.get(THEIR_CLERK, "@worklist", box="incoming.waiting", b_size=100)["items"]
    return [item["@id"] for item in waiting if item["subject"] == subject]


def events(story, letter, event):
    return story.get(CLERK, f"{letter}/@journal", event=event)["items_total"]


def test_killed_in_the_middle_of_one_press(story):
    subject = "V/v phát hành giữa chừng"
    letter, number = signed_letter(story, subject), next_number(story)
    for where in ("sealing", "voted"):
        killed(story.site, "press", urlsplit(letter).path, where)
        found = story.get(CLERK, letter)
        assert (found["review_state"], found["document_number"]) == ("to_issue", None), where
        assert next_number(story) == number, where
        assert story.get(CLERK, f"{letter}/@deliveries")["items"] == [], where
    kill_worker(story.site)
    done = story.act(CLERK, letter, "issue_at_once")
    assert done["number"] == number and next_number(story) == number + 1
    killed(story.site, "work", "deliver", "voted")
    assert arrived(story, subject) == []
    story.site.start("worker")
    story.until(lambda: arrived(story, subject), bool, NEW_WORKER)
    (delivery,) = story.until(
        lambda: story.get(CLERK, f"{letter}/@deliveries")["items"], lambda rows: rows[0]["state"] == "arrived"
    )
    assert delivery["recipient"]["name"] == "Sở Nội vụ"
    assert len(arrived(story, subject)) == 1
    assert events(story, letter, "act.issue_at_once") == 1


def receipts(story, userid, record):
    """(versions, signatures of the newest) of each receipt of a record."""
    files = story.get(userid, f"{record}/@files")["items"]
    found = [one for one in files if one["role"] == "result"]
    pdfs = [story.as_(userid).get(one["download"]).content for one in found]
    return [(one["versions"], pdf.count(b"/ByteRange")) for one, pdf in zip(found, pdfs, strict=True)]


def test_killed_while_it_signs_for_a_recall(live_sqlite):
    """On one storage: what differs between them is the commit, and the press above is cut off there on both."""
    story = Story(live_sqlite)
    subject = "V/v thu hồi giữa chừng"
    wrong, recalling = issued(story, subject), issued(story, f"{subject}, văn bản thu hồi")
    (copy,) = arrived(story, subject)
    story.act(THEIR_CLERK, copy, "accept")
    story.act(CLERK, wrong, "recall", {"successor": story.get(CLERK, recalling)["UID"], "reason": REASON})
    both = ((CLERK, wrong), (THEIR_CLERK, copy))

    def signed():
        return [receipts(story, *one) for one in both]

    def cut_off(act):
        """Do an act, of which the receipt's job is killed after it has signed; another worker ends it."""
        before = signed()
        kill_worker(story.site)
        act()
        killed(story.site, "work", "recall_receipt", "voted")
        assert signed() == before
        story.site.start("worker")
        return story.until(signed, lambda found: found != before and found[0] == found[1], NEW_WORKER)

    assert cut_off(lambda: story.act(SIGNER, wrong, "approve_change")) == [[(1, 1)]] * 2
    assert cut_off(lambda: story.act(THEIR_CLERK, copy, "agree_recall", {"reason": "Đã dừng."})) == [[(2, 2)]] * 2
    jobs = story.get(CLERK, f"{wrong}/@jobs")["items"]
    assert [job["state"] for job in jobs if job["kind"] == "recall_receipt"] == ["done"] * 2
