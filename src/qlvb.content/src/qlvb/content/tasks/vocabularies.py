"""Value lists of tasks."""

from qlvb.content import _
from qlvb.content.documents.vocabularies import FixedVocabulary


kinds = FixedVocabulary(
    (
        ("task", _("task_kind_task", default="Nhiệm vụ")),
        ("instruction", _("task_kind_instruction", default="Chỉ đạo có hồi báo")),
        ("difficulty", _("task_kind_difficulty", default="Tháo gỡ khó khăn, vướng mắc")),
    )
)
