"""``@province-tasks``: tasks that the province's system gives and changes."""
