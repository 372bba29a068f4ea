"""How is it cited? A record, a view or a number, and its sources, as other programs read them."""

from views.citing.credit import Credit, credits_of
from views.citing.formats import FORMATS, in_format
from views.citing.items import Item, record_item, source_item

__all__ = [
    "FORMATS",
    "Credit",
    "Item",
    "credits_of",
    "in_format",
    "record_item",
    "source_item",
]
