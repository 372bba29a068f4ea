"""What was written and is not accepted yet? Proposals, laid over the tables, and who agrees."""

from annotations.proposals.acts import (
    OwnWork,
    agree,
    ask_again,
    comment,
    drop,
    return_for_changes,
)
from annotations.proposals.asked import YES
from annotations.proposals.composition import composed
from annotations.proposals.hide import hide, hide_more
from annotations.proposals.overlay import Overlay
from annotations.proposals.rules import (
    agreed,
    hides_more,
    lacking,
    only_hides,
    person,
    reviewers,
)
from annotations.proposals.withheld_unreviewed import propose_to_show, withheld_unreviewed

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
    "person",
    "propose_to_show",
    "return_for_changes",
    "reviewers",
    "withheld_unreviewed",
]
