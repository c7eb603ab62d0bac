"""``@review-routes``."""
