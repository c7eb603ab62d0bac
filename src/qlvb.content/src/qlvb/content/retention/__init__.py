"""Retention schedule, periods and due dates."""
