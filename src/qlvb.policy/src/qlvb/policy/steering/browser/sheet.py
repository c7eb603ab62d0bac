"""``@@desk-sheet`` of a task: what a leader reads of it on the decision desk, where a document shows its file."""

from qlvb.policy.document.browser.panes import Panes
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.policy.steering.browser.panes import DifficultiesPane
from qlvb.policy.steering.browser.panes import ExtensionsPane
from qlvb.policy.steering.browser.panes import ReportsPane
from qlvb.policy.steering.browser.parts import PartsPane
from qlvb.policy.steering.browser.taskfacts import TaskFactsPane


class TaskSheet(SteeringAssets, Panes):
    """HTML: the facts, what was reported and asked for, with the style sheet of these blocks."""

    blocks = (TaskFactsPane, PartsPane, ReportsPane, DifficultiesPane, ExtensionsPane)

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self):
        return f'<link rel="stylesheet" href="{self.own("steering.css")}" />' + "".join(self.rendered(self.blocks))
