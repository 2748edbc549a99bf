"""`kyr doctor` and `kyr setup`: each fault has its line and its remedy, no secret is said, nobody is signed in."""

import shutil

import pytest
import yaml
from aiohttp import web


@pytest.fixture
async def healthy(own_kyr):
    """A Kyr that was never started, whose secrets are as they should be."""
    kyr = await own_kyr()
    (kyr.folder / "secrets/password").chmod(0o600)
    return kyr


async def _says(kyr, verdict: str, *words: str) -> str:
    """The doctor must say this on one line of this verdict; returns the remedy below it."""
    code, said = await kyr.doctor()
    assert kyr.account.password not in said
    assert kyr.account.token not in said
    lines = said.splitlines()
    assert code == any(line.startswith("wrong ") for line in lines), said
    fits = [n for n, line in enumerate(lines) if line.startswith(verdict) and all(word in line for word in words)]
    assert fits, f"no {verdict} {words} in:\n{said}"
    if verdict == "ok":
        return ""
    remedy = lines[fits[0] + 1].strip()
    assert remedy.startswith("-> "), said
    return remedy


async def _devices(kyr) -> int:
    devices = await kyr.synapse.ok("GET", "/_matrix/client/v3/devices", kyr.account.token)
    return len(devices["devices"])


async def test_all_is_well_before_the_first_start(healthy):
    before = await _devices(healthy)
    code, said = await healthy.doctor()
    assert code == 0, said
    assert "wrong " not in said and "warning " not in said, said
    for check in ("homeserver", "clock", "store", "store key", "password", "signing in", "account", "recovery key"):
        assert f"ok       matrix: {check}: " in said, f"no {check} in:\n{said}"
    assert await _devices(healthy) == before, "the doctor has signed in"
    assert not healthy.store.exists() and not healthy.store_key_file.exists(), "looking makes nothing"


async def test_all_is_well_after_it_and_while_it_runs(healthy):
    await healthy.start()
    await _says(healthy, "ok", "matrix: device", "is running")
    await healthy.stop()
    before = await _devices(healthy)
    await _says(healthy, "ok", "matrix: device", "is signed in and will be used")
    await _says(healthy, "ok", "matrix: recovery key", "Keep a copy")
    assert await _devices(healthy) == before, "the doctor has signed in"
    healthy.recovery_key_file.unlink()
    assert "device" in await _says(healthy, "warning", "matrix: recovery key", "not on this machine")
    await healthy.start()
    assert await healthy.stop() == 0, "the doctor has spoilt the store"


async def test_a_store_and_its_key(healthy):
    await healthy.start()
    await healthy.stop()
    right = healthy.store_key_file.read_text()
    healthy.store_key_file.write_text(("c" if right[0] == "b" else "b") + right[1:])
    assert "put the right store key back" in await _says(healthy, "wrong", "matrix: device", "does not open")
    assert right.strip() not in (await healthy.doctor())[1]
    healthy.store_key_file.write_text("short\n")
    await _says(healthy, "wrong", "matrix: store key", "64 hexadecimal digits")
    healthy.store_key_file.unlink()
    await _says(healthy, "wrong", "matrix: store key", "is there, but its key is not")
    healthy.store_key_file.write_text(right)
    healthy.store_key_file.chmod(0o600)
    shutil.rmtree(healthy.store)
    await _says(healthy, "warning", "matrix: store key", "there is no store")


async def test_a_device_that_was_signed_out(healthy):
    await healthy.start()
    await healthy.stop()
    await healthy.synapse.ok("POST", "/_matrix/client/v3/logout/all", healthy.account.token, {})
    assert "recovery key" in await _says(healthy, "wrong", "matrix: device", "signed out")


async def test_a_password_that_is_not_there(healthy):
    password = healthy.folder / "secrets/password"
    password.write_text(" \n")
    await _says(healthy, "wrong", "matrix: password", "is empty")
    password.write_text(f" {healthy.account.password}\n")
    await _says(healthy, "warning", "matrix: password", "blanks")
    password.unlink()
    assert "KYR_MATRIX_PASSWORD" in await _says(healthy, "wrong", "matrix: password", "is not there")


async def test_an_access_token(healthy):
    healthy.settings["matrix"] |= {"password_file": None, "access_token_file": "secrets/token"}
    token = healthy.folder / "secrets/token"
    token.write_text(healthy.account.token + "\n")
    token.chmod(0o600)
    await _says(healthy, "ok", "matrix: signing in", "takes the access token")
    healthy.settings["matrix"]["user"] = "somebody-else"
    await _says(healthy, "warning", "matrix: signing in", "another account")
    token.write_text("syt_wrong-token\n")
    await _says(healthy, "wrong", "matrix: signing in", "not accepted")
    assert "syt_wrong-token" not in (await healthy.doctor())[1]


async def test_an_account_that_is_not_there(healthy):
    healthy.settings["matrix"]["user"] = "@nobody-of-this-name:localhost"
    assert "slip of the pen" in await _says(healthy, "wrong", "matrix: account", "knows no account")
    healthy.settings["matrix"]["user"] = "kyr"
    await _says(healthy, "warning", "matrix: account", "only signing in")


async def test_a_homeserver_that_is_not_there(healthy):
    healthy.settings["matrix"]["homeserver"] = "http://127.0.0.1:9"
    assert "browser" in await _says(healthy, "wrong", "matrix: homeserver", "cannot be reached")


@pytest.fixture
async def elsewhere(healthy):
    """A web server that is no homeserver but says where it is; or one with another clock and no passwords."""
    app = web.Application()
    runner = web.AppRunner(app)

    async def well_known(_request):
        return web.json_response({"m.homeserver": {"base_url": healthy.synapse.url + "/"}})

    async def versions(_request):
        return web.json_response({"versions": ["v1.11"]}, headers={"Date": "Sun, 06 Nov 1994 08:49:37 GMT"})

    async def login(_request):
        return web.json_response({"flows": [{"type": "m.login.sso"}]})

    app.router.add_get("/.well-known/matrix/client", well_known)
    app.router.add_get("/late/_matrix/client/versions", versions)
    app.router.add_get("/late/_matrix/client/v3/login", login)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_server_whose_homeserver_is_elsewhere(healthy, elsewhere):
    healthy.settings["matrix"]["homeserver"] = elsewhere
    assert healthy.synapse.url in await _says(healthy, "wrong", "matrix: homeserver", "no Matrix homeserver")


async def test_clocks_that_differ_and_no_passwords(healthy, elsewhere):
    healthy.settings["matrix"]["homeserver"] = f"{elsewhere}/late"
    assert "timedatectl" in await _says(healthy, "wrong", "matrix: clock", "ahead of")
    assert "access_token_file" in await _says(healthy, "wrong", "matrix: signing in", "nobody in with a password")


# ---- setup


async def test_five_answers_make_a_kyr_that_serves(healthy):
    account, url = healthy.account, healthy.synapse.url
    wrong = ["kyr", "@nobody-of-this-name:localhost " + url, f"{account.user_id} {url[:-1]}x"]
    answers = ["matrix", *wrong, f"{account.user_id} {url}", account.password, "es", "CA"]
    code, said = await healthy.run("setup", answers="\n".join(answers) + "\n")
    assert code == 0, said
    assert account.password not in said
    for wanted in ("`kyr` is no account", "knows no account", "kyr run --config"):
        assert wanted in said, said
    made = healthy.folder / "matrix-password"
    assert made.read_text() == account.password + "\n"
    assert made.stat().st_mode & 0o777 == 0o600
    written = yaml.safe_load((healthy.folder / "kyr.yaml").read_text())
    assert written["matrix"] == {
        "homeserver": url,
        "user": account.user_id,
        "password_file": "matrix-password",
        "invited_by": ["localhost"],
    }
    assert written["room"] == {"language": "es", "state": "CA"}
    healthy.settings = written
    await healthy.start()
    assert await healthy.stop() == 0


async def test_answers_that_end_early_leave_nothing(healthy):
    before = sorted(healthy.folder.iterdir())
    answers = f"matrix\n{healthy.account.user_id} {healthy.synapse.url}\n{healthy.account.password}\nen\n"
    code, said = await healthy.run("setup", answers=answers)
    assert code == 2
    assert "question 5 of 5" in said and "nothing was written" in said, said
    assert sorted(healthy.folder.iterdir()) == before
