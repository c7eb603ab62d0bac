"""The documents that the agencies of the province send: invented matters, told as data, a module for each story."""

from qlvb.policy.demo.stories.digital import DIGITAL
from qlvb.policy.demo.stories.records import RECORDS
from qlvb.policy.demo.stories.running import RUNNING
from qlvb.policy.demo.stories.software import SOFTWARE


#: In the order of their days.
STORIES = tuple(sorted((*DIGITAL, *RECORDS, *SOFTWARE, *RUNNING), key=lambda story: story.day))
