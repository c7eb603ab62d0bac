"""``@sms-gateway`` of an agency: its gateway for short messages, its rule, the log."""
