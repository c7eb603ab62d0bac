"""What happened to the safety of the site: unusual sign-ins and files that were not taken, in one log."""
