"""How the work of a unit stands: per unit and person what is open, due, overdue, finished in time and late (I5)."""
