"""``@notice-settings``, ``@devices``, ``@notice-channels``: how notices reach people."""
