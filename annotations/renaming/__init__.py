"""Which id does a record have? Another id in place of one that tells too much, everywhere."""

from annotations.renaming.plan import NotRenamed, planned, rename

__all__ = ["NotRenamed", "planned", "rename"]
