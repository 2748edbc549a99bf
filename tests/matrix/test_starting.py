"""Starting and stopping: secrets, signing in, faults that an operator must understand, signals."""

import asyncio
import shutil
import stat

from harness import READY
from questions import A_NUMBER, DOOR


async def test_the_files_it_makes_are_for_its_user_alone(own_kyr):
    kyr = await (await own_kyr()).start()
    for made in (kyr.store_key_file, kyr.recovery_key_file):
        assert made.read_text().strip(), f"{made.name} is empty"
        assert stat.S_IMODE(made.stat().st_mode) == 0o600, f"{made.name} can be read by others"
    assert stat.S_IMODE(kyr.store.stat().st_mode) == 0o700, "others may look into the store"
    for path in kyr.store.rglob("*"):
        if path.is_file():
            assert not path.read_bytes().count(kyr.account.password.encode()), f"the password stands in {path.name}"


async def test_secrets_may_come_from_the_environment(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    await kyr.stop()
    names = {"PASSWORD": "password", "STORE_KEY": "store-key", "RECOVERY_KEY": "recovery-key"}
    kyr.environment |= {
        f"KYR_MATRIX_{name}": (kyr.folder / "secrets" / file).read_text().strip() for name, file in names.items()
    }
    shutil.rmtree(kyr.folder / "secrets")
    kyr.settings["matrix"] |= {"password_file": None, "store_key_file": None, "recovery_key_file": None}
    await kyr.start()
    await _answers_in_an_encrypted_room(await newcomer(kyr))
    await kyr.stop()
    shutil.rmtree(kyr.store)
    await kyr.start()
    assert not kyr.errors(), "password or recovery key have not been taken from the environment"
    await _answers_in_an_encrypted_room(await newcomer(kyr))
    assert not (kyr.folder / "secrets").exists(), "it has written secrets that it was given"


async def _answers_in_an_encrypted_room(person):
    room = await person.room_with_kyr(direct=True, encrypted=True)
    answer = await person.ask(room, DOOR)
    assert answer.kind == "answer"
    assert answer.encrypted


async def test_it_signs_in_with_an_access_token(newcomer, own_kyr):
    kyr = await own_kyr(matrix={"password_file": None, "access_token_file": "secrets/token"})
    (kyr.folder / "secrets/token").write_text(kyr.account.token + "\n")
    await kyr.start()
    assert set((await kyr.synapse.keys_of(kyr.user_id))["device_keys"]) == {kyr.account.device_id}
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    assert (await ana.ask(room, DOOR)).kind == "answer"


async def test_the_user_may_be_a_localpart(newcomer, own_kyr):
    kyr = await own_kyr()
    kyr.settings["matrix"]["user"] = kyr.user_id[1:].split(":")[0]
    await kyr.start()
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    assert (await ana.ask(room, DOOR)).kind == "answer"


# ---- faults


async def test_a_wrong_password(own_kyr):
    kyr = await own_kyr()
    (kyr.folder / "secrets/password").write_text("correct-horse-battery\n")
    kyr.launch()
    assert await kyr.ended(30) not in (0, None)
    assert "password" in kyr.errors(), kyr.log()
    assert "correct-horse-battery" not in kyr.log()


async def test_no_homeserver_at_the_first_start(own_kyr):
    kyr = await own_kyr(matrix={"homeserver": "http://127.0.0.1:9"})
    kyr.launch()
    assert await kyr.ended(30) not in (0, None)
    assert any(word in kyr.errors() for word in ("homeserver", "127.0.0.1:9", "reach", "connect")), kyr.log()


async def test_an_unknown_setting(own_kyr):
    kyr = await own_kyr(matrix={"pasword_file": "secrets/password"})
    kyr.launch()
    assert await kyr.ended(20) not in (0, None)
    assert "pasword_file" in kyr.log(), kyr.log()


async def test_a_wrong_store_key(own_kyr):
    kyr = await (await own_kyr()).start()
    await kyr.stop()
    right = kyr.store_key_file.read_text()
    # Another key of the same form, whatever that is.
    kyr.store_key_file.write_text(("c" if right[0] == "b" else "b") + right[1:])
    kyr.launch()
    assert await kyr.ended(30) not in (0, None)
    assert "store" in kyr.errors(), kyr.log()
    assert "key" in kyr.errors(), kyr.log()
    kyr.store_key_file.write_text(right)
    await kyr.start()


async def test_a_lost_store_key_is_not_made_anew_for_an_old_store(own_kyr):
    kyr = await (await own_kyr()).start()
    await kyr.stop()
    kyr.store_key_file.unlink()
    kyr.launch()
    assert await kyr.ended(30) not in (0, None)
    assert "store" in kyr.errors(), kyr.log()
    assert not kyr.store_key_file.exists(), "a new key for a store that it can't open"


async def test_a_second_process_on_the_same_store(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    first, _process = kyr.pid, kyr._process
    second = kyr.launch()
    try:
        assert await second.ended(30) not in (0, None)
        assert "store" in kyr.errors(), kyr.new_log()
    finally:
        await second.kill()
        kyr._process = _process
    assert kyr.pid == first
    await ana.answered_once(room, await ana.say(room, DOOR))


async def test_it_waits_for_a_homeserver_that_is_away_at_a_later_start(newcomer, own_kyr, own_synapse):
    server = await own_synapse()
    kyr = await (await own_kyr(server)).start()
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    await kyr.stop()
    await server.kill()
    kyr.launch()
    await asyncio.sleep(3)
    assert kyr.running, f"it gave up:\n{kyr.new_log()}"
    assert READY not in kyr.new_log()
    await server.start()
    await kyr.logged(READY)
    assert (await ana.ask(room, DOOR)).kind == "answer"


# ---- ends


async def test_signals_end_it_in_order(own_kyr):
    kyr = await (await own_kyr()).start()
    assert await kyr.stop() == 0
    await kyr.start()
    kyr.interrupt()
    assert await kyr.ended(10) == 0
    kyr.launch()
    await asyncio.sleep(0.3)
    assert await kyr.stop() == 0, "while it was still starting"


async def test_before_it_ends_it_finishes_what_it_is_answering(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    asked = [await ana.say(room, text) for text in (DOOR, A_NUMBER) * 5]
    assert await kyr.stop() == 0
    await kyr.start()
    await ana.answered_once(room, *asked)
