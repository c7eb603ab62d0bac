"""Screens of steering: tasks, reports back, tasks from minutes, job templates, figures."""
