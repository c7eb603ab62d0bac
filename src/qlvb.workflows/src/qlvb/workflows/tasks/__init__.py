"""Steering: tasks given, accepted, reported, extended, chased, approved on two levels and closed."""
