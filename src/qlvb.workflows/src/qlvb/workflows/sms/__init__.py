"""Short messages (SMS): the gateway of an agency, its rule of what goes out, the channel of notices, the log."""
