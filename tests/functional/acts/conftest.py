from trial_acts import acts_registered  # noqa: F401
from trial_acts import make_record  # noqa: F401
