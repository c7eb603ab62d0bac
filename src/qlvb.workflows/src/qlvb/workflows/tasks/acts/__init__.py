"""The acts on tasks."""
