"""The services that the province's system calls, and those of the link's settings."""
