"""Real sites for tests: processes of their own on SQLite or PostgreSQL, a web server and a worker."""
