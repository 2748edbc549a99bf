"""A Synapse of one's own: made in a folder, started, killed and restarted by tests; its admin API and its clock.

It knows nothing of Kyr.
"""

import asyncio
import base64
import hashlib
import hmac
import itertools
import os
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import aiohttp
import yaml

from process import Process, tail

SERVER_NAME = "localhost"
_AS_TOKEN = "application-service-token"
_SHARED_SECRET = "registration-secret"
_GENEROUS = {"per_second": 100_000, "burst_count": 100_000}


@dataclass(frozen=True)
class Account:
    """A registered user with the access token of one device."""

    user_id: str
    password: str
    token: str
    device_id: str


class Synapse:
    """The homeserver. `messages_per_second` makes it answer 429 to whoever writes more than that; with `dates` there is
    an application service that can write messages of any date, which costs the server a third more work."""

    def __init__(self, folder: Path, messages_per_second: float | None = None, dates: bool = False):
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: Process | None = None
        self._session: aiohttp.ClientSession | None = None
        self._admin: Account | None = None
        self._transactions = itertools.count()
        folder.mkdir(parents=True, exist_ok=True)
        self._write_configuration(messages_per_second, dates)

    # ---- life

    async def start(self) -> "Synapse":
        """Starts the server on its database and waits until it is healthy."""
        self._process = Process(
            [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")],
            log=self.folder / "synapse.out",
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        )
        await self._healthy()
        return self

    async def stop(self) -> None:
        """Ends the server in order."""
        await self._process.terminate(30)

    async def kill(self) -> None:
        """SIGKILL."""
        await self._process.kill()

    async def restart(self) -> None:
        """Ends and starts it on the same port and database."""
        await self.stop()
        await self.start()

    async def close(self) -> None:
        """Ends the server and the harness's own connections to it."""
        if self._process and self._process.running:
            await self.kill()
        if self._session:
            await self._session.close()

    async def _healthy(self) -> None:
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            if not self._process.running:
                break
            try:
                async with self.http().get(f"{self.url}/health") as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        raise AssertionError(f"Synapse does not start:\n{tail(self.folder / 'synapse.out')}")

    # ---- requests

    def http(self) -> aiohttp.ClientSession:
        """The harness's connections."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._session

    async def request(
        self, method: str, path: str, token: str | None = None, body=None, query=None
    ) -> tuple[int, dict]:
        """One request; status and JSON, whatever the status."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = self.url + path
        async with self.http().request(method, url, json=body, params=query, headers=headers) as response:
            return response.status, await response.json(content_type=None)

    async def ok(self, method: str, path: str, token: str | None = None, body=None, query=None) -> dict:
        """One request that must succeed; waits when the server says that it was too much."""
        while True:
            status, answer = await self.request(method, path, token, body, query)
            if status != 429:
                break
            await asyncio.sleep(answer.get("retry_after_ms", 500) / 1000)
        assert status == 200, f"{method} {path}: {status} {answer}"
        return answer

    # ---- users

    async def register(self, name: str, admin: bool = False) -> Account:
        """Registers a user with the shared secret; the password is the name with `-password`."""
        path = "/_synapse/admin/v1/register"
        nonce = (await self.ok("GET", path))["nonce"]
        password = f"{name}-password"
        parts = [nonce, name, password, "admin" if admin else "notadmin"]
        mac = hmac.new(_SHARED_SECRET.encode(), "\0".join(parts).encode(), hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        made = await self.ok("POST", path, body=body)
        return Account(made["user_id"], password, made["access_token"], made["device_id"])

    async def act_as(self, user_id: str) -> str:
        """A token of this user's that makes no device: for looking at things through the user's eyes."""
        path = f"/_synapse/admin/v1/users/{quote(user_id)}/login"
        return (await self.ok("POST", path, await self._admin_token(), {}))["access_token"]

    async def joined_rooms(self, user_id: str) -> list[str]:
        """The rooms that this user is in."""
        path = f"/_synapse/admin/v1/users/{quote(user_id)}/joined_rooms"
        return (await self.ok("GET", path, await self._admin_token()))["joined_rooms"]

    async def keys_of(self, user_id: str) -> dict:
        """What everybody can see of a user's keys: `device_keys` by device and the `master_key`, if there is one."""
        body = {"device_keys": {user_id: []}}
        answer = await self.ok("POST", "/_matrix/client/v3/keys/query", await self._admin_token(), body)
        return {
            "device_keys": answer["device_keys"].get(user_id, {}),
            "master_key": answer.get("master_keys", {}).get(user_id),
            "self_signing_key": answer.get("self_signing_keys", {}).get(user_id),
        }

    async def _admin_token(self) -> str:
        if self._admin is None:
            self._admin = await self.register("admin", admin=True)
        return self._admin.token

    # ---- the application service

    async def send_at(self, user_id: str, room: str, content: dict, ts: float) -> str:
        """Sends a message of `user_id` whose time is `ts` (seconds since 1970), on a server with `dates`."""
        path = f"/_matrix/client/v3/rooms/{quote(room)}/send/m.room.message/at-{next(self._transactions)}"
        query = {"user_id": user_id, "ts": str(int(ts * 1000))}
        return (await self.ok("PUT", path, _AS_TOKEN, content, query))["event_id"]

    # ---- configuration

    def _write_configuration(self, messages_per_second: float | None, dates: bool) -> None:
        key = base64.b64encode(os.urandom(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_test {key}\n")
        (self.folder / "log.yaml").write_text(yaml.safe_dump(_LOGGING))
        (self.folder / "service.yaml").write_text(yaml.safe_dump(_APPLICATION_SERVICE))
        configuration = self._configuration(messages_per_second)
        if dates:
            configuration["app_service_config_files"] = [str(self.folder / "service.yaml")]
        (self.folder / "homeserver.yaml").write_text(yaml.safe_dump(configuration))

    def _configuration(self, messages_per_second: float | None) -> dict:
        messages = _GENEROUS
        if messages_per_second is not None:
            messages = {"per_second": messages_per_second, "burst_count": 3}
        listener = {
            "port": self.port,
            "bind_addresses": ["127.0.0.1"],
            "tls": False,
            "type": "http",
            "resources": [{"names": ["client"]}],
        }
        return {
            "server_name": SERVER_NAME,
            "listeners": [listener],
            # Where apps are told to go from outside; nothing is there, so that a Kyr that follows it is seen.
            "public_baseurl": "http://127.0.0.1:1/",
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "log_config": str(self.folder / "log.yaml"),
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "registration_shared_secret": _SHARED_SECRET,
            "macaroon_secret_key": "macaroon-secret",
            "form_secret": "form-secret",
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "send_federation": False,
            "report_stats": False,
            "presence": {"enabled": False},
            "user_directory": {"enabled": False},
            "url_preview_enabled": False,
            "bcrypt_rounds": 4,
            "caches": {"global_factor": 2},
            "gc_thresholds": [50_000, 50, 20],
            "rc_message": messages,
            "rc_registration": _GENEROUS,
            "rc_login": {"address": _GENEROUS, "account": _GENEROUS, "failed_attempts": _GENEROUS},
            "rc_joins": {"local": _GENEROUS, "remote": _GENEROUS},
            "rc_joins_per_room": _GENEROUS,
            "rc_invites": {"per_room": _GENEROUS, "per_user": _GENEROUS, "per_issuer": _GENEROUS},
            "rc_key_requests": _GENEROUS,
            "rc_room_creation": _GENEROUS,
            "rc_profile": _GENEROUS,
        }


_LOGGING = {
    "version": 1,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"level": "WARNING", "handlers": ["console"]},
}

_APPLICATION_SERVICE = {
    "id": "clock",
    "url": None,
    "as_token": _AS_TOKEN,
    "hs_token": "homeserver-token",
    "sender_localpart": "clock",
    "rate_limited": False,
    "namespaces": {"users": [{"regex": "@.*:localhost", "exclusive": False}]},
}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
