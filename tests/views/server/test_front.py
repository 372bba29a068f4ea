"""What looks after the server looks again and again, and stops with it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from views.server import front


def test_ended_sessions_are_looked_for_while_the_app_is_served(monkeypatch):
    looks = []
    monkeypatch.setattr(front, "BETWEEN_LOOKS_S", 0.01)
    monkeypatch.setattr(front.EndedUploads, "look", lambda _: looks.append(1))

    async def served():
        async with front.lifespan(None):
            await asyncio.sleep(0.2)
        count = len(looks)
        await asyncio.sleep(0.05)
        return count, len(looks)

    with ThreadPoolExecutor(1) as thread:
        before, after = thread.submit(asyncio.run, served()).result()
    assert before == after > 1
