"""``@directory``: agencies, departments and people to choose from."""
