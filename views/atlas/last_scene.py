"""The scene that was made last, for the one that is made after a change of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotations.records import Collection
from views.atlas.scene_data import SceneJourney


class LastScene:
    """The journeys of the scene that was made last: what nobody changed is drawn as before."""

    def __init__(self) -> None:
        self._last: tuple[str, Collection, Mapping[str, SceneJourney]] | None = None

    def known(self, collection: Collection, lang: str) -> Mapping[str, SceneJourney]:
        """The journeys as they are drawn, of those that are the same as they were then."""
        if self._last is None or self._last[0] != lang:
            return {}
        _lang, before, drawn = self._last
        places = collection.places
        if any(places.get(key) is not place for key, place in before.places.items()):
            return {}  # a building is drawn where its town is
        was, now = before.journeys, collection.journeys
        return {key: one for key, one in drawn.items() if now.get(key) is was[key]}

    def keep(self, collection: Collection, lang: str, journeys: Sequence[SceneJourney]) -> None:
        """Have the journeys of a scene at hand for the next one."""
        self._last = lang, collection, {one["id"]: one for one in journeys}
