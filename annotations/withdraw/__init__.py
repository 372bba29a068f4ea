"""How does somebody get out of it? Records removed from everything that holds them."""

from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.proof import OUT_OF_REACH, Proof, proof
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn

__all__ = ["OUT_OF_REACH", "NotWithdrawn", "Proof", "Subject", "planned", "proof", "withdraw"]
