"""What may be shown, and in how much detail? Records as visitors may see them."""

from annotations.publication.plan import Plan
from annotations.publication.protected_rows import Protected, protected_rows
from annotations.publication.publish import published
from annotations.publication.published_stories import StoryHiding, Telling, published_stories

__all__ = [
    "Plan",
    "Protected",
    "StoryHiding",
    "Telling",
    "protected_rows",
    "published",
    "published_stories",
]
