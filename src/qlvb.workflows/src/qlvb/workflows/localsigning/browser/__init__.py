"""``@@local-signing``: what the service on the machine fetches and sends; settings and the self-test of people."""
