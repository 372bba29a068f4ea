"""What lies beside the tables as files: drafts, proposals, stories and texts."""
