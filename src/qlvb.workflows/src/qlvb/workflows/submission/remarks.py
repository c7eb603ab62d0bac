"""What stands beside the signature of somebody who decides: his word, and what he had heard when he said it."""

from qlvb.content.clock import show_moment
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.submission.paper import DECIDED
from qlvb.workflows.submission.paper import decider_name
from qlvb.workflows.submission.paper import opinion_name
from zope.i18n import translate


def remarks(course, step):
    """Paragraphs (list of str): the decision with its comment, who decided when; then, of what came in since the paper
    was written or last signed, the words of those who agreed without signing, and the opinions.
    """
    steps = course.latest()
    before = steps[: steps.index(step)]
    signing = [at for at, one in enumerate(before) if one.to_sign]
    since = before[signing[-1]].done if signing else steps[0].since
    lines = [f"{DECIDED[step.outcome]}. {step.comment}".strip(), f"{decider_name(step)}, {show_moment(step.done)}"]
    for one in before[signing[-1] + 1 if signing else 0 :]:
        lines.append(f"{decider_name(one)} đã đồng ý lúc {show_moment(one.done)}, không ký số. {one.comment}")
    for opinion in course.opinions():
        if opinion.done is not None and since <= opinion.done <= step.done:
            answer = translate(ANSWER_TITLES[opinion.answer], target_language="vi")
            lines.append(f"Ý kiến của {opinion_name(opinion)}: {answer}. {opinion.text}")
    return [line.strip() for words in lines for line in words.splitlines() if line.strip()]
