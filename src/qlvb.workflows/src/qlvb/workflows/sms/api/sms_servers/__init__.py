"""``@sms-servers`` of the site: on which servers gateways may lie."""
