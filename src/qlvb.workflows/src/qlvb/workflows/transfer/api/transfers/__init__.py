"""Services ``@transfers``, ``@transfer``, ``@transfer-deadlines``."""
