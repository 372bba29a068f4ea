"""Drafts for whoever is staff at this moment: a page may be open since before that ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotations.store import DraftEntry, Drafts
from views.widgets.app import sign_in


@dataclass(frozen=True)
class StaffDrafts:
    """The drafts of a store. Raises `NotStaff` for anybody but the owner, who has to be staff.

    What a button does comes before its page asks who is there.
    """

    drafts: Drafts

    def list(self, owner: str) -> tuple[DraftEntry, ...]:
        """See `Drafts`."""
        sign_in.ensure(owner)
        return self.drafts.list(owner)

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """See `Drafts`."""
        sign_in.ensure(owner)
        return self.drafts.load(owner, name)

    def keep(self, owner: str, name: str, draft: Mapping[str, Any]) -> None:
        """See `Drafts`."""
        sign_in.ensure(owner)
        self.drafts.keep(owner, name, draft)

    def replace(
        self, owner: str, name: str, seen: Mapping[str, Any] | None, draft: Mapping[str, Any] | None
    ) -> Mapping[str, Any]:
        """See `Drafts`."""
        sign_in.ensure(owner)
        return self.drafts.replace(owner, name, seen, draft)

    def drop(self, owner: str, name: str) -> None:
        """See `Drafts`."""
        sign_in.ensure(owner)
        self.drafts.drop(owner, name)
