"""``/api/onestop/v1``: the services of the one-stop system under the addresses of the contract."""
