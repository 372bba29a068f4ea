"""Whoever asks to sign in again and again is refused, alone, and stops nobody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes

from views.server.front import middleware
from views.server.sign_in import AT_ONCE, AT_ONCE_OF_ADDRESS, MADE_AT_ONCE, STEPS, SignIn

ATTACKER, OTHER, HERE = "192.0.2.1", "192.0.2.2", "127.0.0.1"


def answers(*asked: tuple[str, str], made_s: float = 0) -> tuple[list[int], int]:
    """The status of each answer to an address that asks for a path, and how many were made at
    once."""
    statuses, made, most = [0] * len(asked), [0], [0]

    async def app(_scope, _receive, send):
        made[0] += 1
        most[0] = max(most[0], made[0])
        await asyncio.sleep(made_s)
        made[0] -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def ask_all():
        door = SignIn(app)
        asks = (ask(door, number, *each) for number, each in enumerate(asked))
        await asyncio.gather(*asks)

    async def ask(door, number, address, path):
        async def send(message):
            statuses[number] = message.get("status", statuses[number])

        scope = {"type": "http", "path": path, "client": (address, 1), "headers": []}
        await door(scope | {"method": "GET"}, None, send)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask_all()).result()
    return statuses, most[0]


def test_every_step_of_signing_in_and_out_is_known():
    assert {route.path for route in create_auth_routes("")} == {f"/{step}" for step in STEPS}
    assert SignIn in {each.cls for each in middleware()}


@pytest.mark.parametrize("step", sorted(STEPS))
@pytest.mark.parametrize("path", ("/{}", "/{}/"))
def test_an_address_that_asks_too_often_is_refused_and_no_other_one(step, path):
    many = [(ATTACKER, path.format(step))] * 150
    statuses, _ = answers(*many, (OTHER, f"/{step}"), (ATTACKER, "/"))
    assert statuses[:-2].count(200) == AT_ONCE_OF_ADDRESS
    assert set(statuses[:-2]) == {200, 503}
    assert statuses[-2:] == [200, 200]


def test_behind_a_proxy_that_names_nobody_all_together_have_a_limit():
    statuses, _ = answers(*[(HERE, "/auth/login")] * 150)
    assert statuses.count(200) == AT_ONCE


def test_a_few_are_made_at_a_time_and_others_wait():
    statuses, most = answers(*[(ATTACKER, "/auth/login")] * 10, made_s=0.01)
    assert set(statuses) == {200}
    assert most == MADE_AT_ONCE
