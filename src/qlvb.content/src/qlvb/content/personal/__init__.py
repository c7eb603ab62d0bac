"""Personal documents (tài liệu cá nhân): what a person keeps for himself, searched and read by nobody else."""
