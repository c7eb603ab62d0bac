"""Reading and lending: requests, decisions, returns, reading copies and their end."""
