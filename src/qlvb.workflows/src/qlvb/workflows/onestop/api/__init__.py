"""The services that the one-stop system calls, and those of the link's settings."""
