"""Who gets the file that they asked for, and when, so that nobody else has to wait for it?"""

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
