"""Which id does a record have? Another id in place of one that tells too much, everywhere."""

from annotations.renaming.plan import NotRenamed, may_be_led_to, planned, rename

__all__ = ["NotRenamed", "may_be_led_to", "planned", "rename"]
