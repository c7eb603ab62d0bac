"""Services ``@note`` and ``@notes``: a submission note as JSON, and a new one."""
