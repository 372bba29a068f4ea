"""What the app uses of other people's packages without a promise of theirs: a file a package."""
