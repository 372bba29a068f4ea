"""What was written and is not accepted yet? Proposals, laid over the tables, and who agrees."""

from annotations.proposals.acts import (
    OwnWork,
    agree,
    ask_again,
    comment,
    drop,
    return_for_changes,
)
from annotations.proposals.composition import composed
from annotations.proposals.hide import hide, hide_more
from annotations.proposals.overlay import Overlay
from annotations.proposals.rules import YES, agreed, hides_more, lacking, only_hides, reviewers

__all__ = [
    "YES",
    "Overlay",
    "OwnWork",
    "agree",
    "agreed",
    "ask_again",
    "comment",
    "composed",
    "drop",
    "hide",
    "hide_more",
    "hides_more",
    "lacking",
    "only_hides",
    "return_for_changes",
    "reviewers",
]
