"""Assignment lines, deadlines and working days."""
