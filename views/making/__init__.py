"""Who gets a file that they asked for, and when?"""

from views.making.shelf import Shelf
from views.making.workshop import Abandoned, Limits, Order, Refused, Visitor, Wanted, Workshop

__all__ = [
    "Abandoned",
    "Limits",
    "Order",
    "Refused",
    "Shelf",
    "Visitor",
    "Wanted",
    "Workshop",
]
