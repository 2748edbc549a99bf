"""A Matrix client with encryption: it listens, keeps what it has seen of each room, waits, and sends.

matrix-nio keeps the keys and decides with whom to share them. Reading is done here, on the JSON itself, so that
no event can hide from a test because a library did not like its form. It knows nothing of Kyr.
"""

import asyncio
import itertools
import json
import time
from pathlib import Path
from urllib.parse import quote

import aiohttp
import nio
from nio.crypto import OutboundGroupSession
from nio.store import SqliteMemoryStore

from events import Event
from homeserver import Account, Synapse

_CLIENT = "/_matrix/client/v3"
_FILTER = json.dumps({"room": {"timeline": {"limit": 200}}, "presence": {"types": []}})
_numbers = itertools.count(1)


class Client:
    """One device of a user."""

    def __init__(self, synapse: Synapse, account: Account, folder: Path):
        self.synapse = synapse
        self.account = account
        self.invitations: list[str] = []
        self.members: dict[str, dict[str, str]] = {}
        self.read: dict[str, dict[str, list[str]]] = {}
        self.typed: list[tuple[str, str, float]] = []
        self._events: dict[str, dict[str, Event]] = {}
        self._sealed: dict[str, dict] = {}
        self._arrived: dict[str, float] = {}
        self._sharing: dict[str, asyncio.Lock] = {}
        self._changed = asyncio.Event()
        self._sync_task: asyncio.Task | None = None
        folder.mkdir(parents=True, exist_ok=True)
        settings = nio.AsyncClientConfig(
            encryption_enabled=True, store=SqliteMemoryStore, store_sync_tokens=False, max_timeout_retry_wait_time=1
        )
        self.client = nio.AsyncClient(
            synapse.url, account.user_id, account.device_id, store_path=str(folder), config=settings
        )
        self.client.restore_login(account.user_id, account.device_id, account.token)

    @property
    def id(self) -> str:
        return self.account.user_id

    # ---- listening

    async def listen(self) -> None:
        """Uploads the keys of the device and begins to sync."""
        await self.client.keys_upload()
        await self._sync(timeout=0)
        self._sync_task = asyncio.create_task(self._sync_forever())

    async def close(self) -> None:
        """Stops listening."""
        if self._sync_task:
            self._sync_task.cancel()
            await asyncio.gather(self._sync_task, return_exceptions=True)
        await self.client.close()

    async def _sync_forever(self) -> None:
        while True:
            try:
                await self._sync(timeout=30_000)
            except (TimeoutError, aiohttp.ClientError, json.JSONDecodeError):
                await asyncio.sleep(0.1)

    async def _sync(self, timeout: int) -> None:
        query = {"timeout": str(timeout), "filter": _FILTER}
        if self.client.next_batch:
            query["since"] = self.client.next_batch
        status, answer = await self.request("GET", "/sync", query=query)
        if status != 200:
            await asyncio.sleep(0.1)
            return
        await self.client.receive_response(nio.SyncResponse.from_dict(_for_keys(answer)))
        await self._handle_keys()
        for room, part in answer.get("rooms", {}).get("join", {}).items():
            await self._see(room, part)
        for room, part in answer.get("rooms", {}).get("leave", {}).items():
            await self._see(room, part)
        self.invitations += [room for room in answer.get("rooms", {}).get("invite", {})]
        self._unseal()
        self._changed.set()
        self._changed = asyncio.Event()

    async def _handle_keys(self) -> None:
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())
        await self.client.send_to_device_messages()

    async def _see(self, room: str, part: dict) -> None:
        for raw in part.get("state", {}).get("events", []):
            self._note_member(room, raw)
        timeline = part.get("timeline", {})
        missed = await self._missed(room, timeline.get("prev_batch")) if timeline.get("limited") else []
        for raw in missed + timeline.get("events", []):
            self._note_member(room, raw)
            self._note(room, raw)
        for raw in part.get("ephemeral", {}).get("events", []):
            self._note_ephemeral(room, raw)

    async def _missed(self, room: str, before: str | None) -> list[dict]:
        """What a limited timeline left out, oldest first."""
        found: list[dict] = []
        async for raw in self._backwards(room, before):
            if raw["event_id"] in self._events.get(room, {}):
                break
            found.append(raw)
        return found[::-1]

    async def _backwards(self, room: str, before: str | None = None):
        while True:
            query = {"dir": "b", "limit": "200"} | ({"from": before} if before else {})
            page = await self.ok("GET", f"/rooms/{quote(room)}/messages", query=query)
            for raw in page["chunk"]:
                yield raw
            before = page.get("end")
            if not before or not page["chunk"]:
                return

    def _note_member(self, room: str, raw: dict) -> None:
        if raw.get("type") == "m.room.member":
            self.members.setdefault(room, {})[raw["state_key"]] = raw["content"].get("membership")

    def _note(self, room: str, raw: dict) -> None:
        event = self._open(room, raw)
        self._arrived.setdefault(event.id, time.monotonic())
        self._events.setdefault(room, {})[event.id] = event
        if event.type == "m.room.encrypted":
            self._sealed[event.id] = raw | {"room_id": room}

    def _note_ephemeral(self, room: str, raw: dict) -> None:
        if raw["type"] == "m.receipt":
            for event_id, kinds in raw["content"].items():
                for user in kinds.get("m.read", {}):
                    self.read.setdefault(room, {}).setdefault(user, []).append(event_id)
        if raw["type"] == "m.typing":
            self.typed += [(room, user, time.monotonic()) for user in raw["content"]["user_ids"]]

    def _unseal(self) -> None:
        """Tries again to read what could not be read so far."""
        for event_id, raw in list(self._sealed.items()):
            event = self._open(raw["room_id"], raw)
            if event.type != "m.room.encrypted":
                self._events[event.room][event_id] = event
                del self._sealed[event_id]

    def _open(self, room: str, raw: dict) -> Event:
        """The event, decrypted when the keys are there."""
        kind, content = raw["type"], raw["content"]
        encrypted = kind == "m.room.encrypted"
        inside = self._decrypted(room, content) if encrypted else None
        if inside:
            relation = content.get("m.relates_to")
            kind, content = inside["type"], dict(inside["content"])
            if relation and "m.relates_to" not in content:
                content["m.relates_to"] = relation
        return Event(
            raw["event_id"],
            room,
            kind,
            raw["sender"],
            content,
            raw["origin_server_ts"],
            encrypted,
            raw.get("state_key"),
        )

    def _decrypted(self, room: str, content: dict) -> dict | None:
        found = [
            session
            for session in self.client.olm.inbound_group_store
            if session.room_id == room and session.id == content.get("session_id")
        ]
        for session in found:
            try:
                return json.loads(session.decrypt(content["ciphertext"])[0])
            except Exception:  # whatever is wrong with it, it can't be read
                return None
        return None

    # ---- waiting

    async def until(self, found, what: str, timeout: float = 30):
        """Waits until `found()` is true and returns it; looks again after each sync."""
        limit = time.monotonic() + timeout
        while True:
            changed = self._changed
            result = found()
            if result:
                return result
            if self._sync_task.done():
                self._sync_task.result()
            left = limit - time.monotonic()
            if left <= 0:
                raise AssertionError(f"{self.id} waited {timeout} s in vain for {what}")
            try:
                await asyncio.wait_for(changed.wait(), left)
            except TimeoutError:
                continue

    async def wait_for(self, room: str, wanted, what: str, timeout: float = 30) -> Event:
        """Waits for an event in the room for which `wanted(event)` is true."""
        return await self.until_in(
            room, lambda: next((event for event in self.events(room) if wanted(event)), None), what, timeout
        )

    async def until_in(self, room: str, found, what: str, timeout: float = 30):
        """Like `until`; a failure shows the end of the room."""
        try:
            return await self.until(found, what, timeout)
        except AssertionError as error:
            raise AssertionError(f"{error}; the room:\n{self.describe(room)}") from None

    async def member(self, room: str, user: str, membership: str, timeout: float = 30) -> None:
        """Waits until somebody is (or isn't any more) in the room."""
        await self.until(
            lambda: self.members.get(room, {}).get(user) == membership, f"{user} to {membership} {room}", timeout
        )

    async def knows_keys_of(self, user: str, device: str | None = None) -> None:
        """Waits until this client has the keys of a user's devices (or of a certain one)."""

        def found():
            ids = {known.id for known in self.client.device_store.active_user_devices(user)}
            return ids and user not in self.client.olm.users_for_key_query and (device is None or device in ids)

        await self.until(found, f"the keys of {user}")

    # ---- what is in a room

    def events(self, room: str) -> list[Event]:
        """What this person has seen in a room, in order."""
        return list(self._events.get(room, {}).values())

    def event(self, room: str, event_id: str) -> Event | None:
        return self._events.get(room, {}).get(event_id)

    async def history(self, room: str) -> list[Event]:
        """All of the room that the server shows, from its creation on, decrypted."""
        return [self._open(room, raw) async for raw in self._backwards(room)][::-1]

    def edits(self, room: str, event_id: str) -> list[Event]:
        """The edits of this event."""
        return [event for event in self.events(room) if event.edits == event_id]

    def arrived(self, event_id: str) -> float:
        """When this event came here, by the monotonic clock."""
        return self._arrived[event_id]

    def describe(self, room: str) -> str:
        """The end of the room, for messages of failures."""
        lines = []
        for event in self.events(room)[-15:]:
            text = event.body.replace("\n", " ")[:60] or event.relation.get("key") or ""
            if event.type == "m.room.member":
                text = f"{event.state_key}: {event.content.get('membership')}"
            lines.append(f"  {event.sender} {event.type} {event.kind or ''} “{text}” -> {event.relation}")
        return "\n".join(lines)

    # ---- sending

    async def send(self, room: str, content: dict, kind: str = "m.room.message") -> str:
        """Sends an event, encrypted where the room is; goes on trying while the server is away."""
        kind, content = await self._sealed_for(room, kind, content)
        return await self.send_raw(room, content, kind)

    async def send_raw(self, room: str, content, kind: str = "m.room.message") -> str:
        """Sends an event as it is; goes on trying while the server is away."""
        path = f"/rooms/{quote(room)}/send/{kind}/{time.time_ns()}-{next(_numbers)}"
        while True:
            try:
                return (await self.ok("PUT", path, content))["event_id"]
            except (aiohttp.ClientError, json.JSONDecodeError):
                await asyncio.sleep(0.1)

    # ---- keys that are held back

    async def send_sealed(self, room: str, content: dict) -> tuple[str, dict]:
        """Sends a message of which nobody gets the key; returns its id and the key, for `share_key`."""
        olm = self.client.olm
        if not self.client.rooms[room].members_synced:
            await self.client.joined_members(room)
        olm.create_outbound_group_session(room)
        session: OutboundGroupSession = olm.outbound_group_sessions[room]
        key = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": room,
            "session_id": session.id,
            "session_key": session.session_key,
        }
        session.mark_as_shared()
        kind, sealed = self.client.encrypt(room, "m.room.message", content)
        olm.outbound_group_sessions.pop(room)
        return await self.send_raw(room, sealed, kind), key

    async def share_key(self, key: dict, user: str) -> None:
        """Gives the key of `send_sealed` to all devices of a user."""
        olm = self.client.olm
        missing = olm.get_missing_sessions([user])
        if missing:
            await self.client.keys_claim(missing)
        messages = {}
        for device in self.client.device_store.active_user_devices(user):
            session = olm.session_store.get(device.curve25519)
            messages[device.id] = olm._olm_encrypt(session, device, "m.room_key", key)
        path = f"/sendToDevice/m.room.encrypted/{time.time_ns()}"
        await self.ok("PUT", path, {"messages": {user: messages}})

    # ---- requests

    async def request(self, method: str, path: str, body=None, query=None) -> tuple[int, dict]:
        """One request to the client API; status and JSON."""
        return await self.synapse.request(method, _CLIENT + path, self.account.token, body, query)

    async def ok(self, method: str, path: str, body=None, query=None) -> dict:
        """One request to the client API that must succeed."""
        return await self.synapse.ok(method, _CLIENT + path, self.account.token, body, query)

    async def _sealed_for(self, room: str, kind: str, content: dict) -> tuple[str, dict]:
        """The event as the room wants it: encrypted, with the key shared, or as it is."""
        known = self.client.rooms.get(room)
        if kind == "m.reaction" or not known or not known.encrypted:
            return kind, content
        async with self._sharing.setdefault(room, asyncio.Lock()):
            if not known.members_synced:
                await self.client.joined_members(room)
            if self.client.should_query_keys:
                await self.client.keys_query()
            if self.client.olm.should_share_group_session(room):
                await self.client.share_group_session(room, ignore_unverified_devices=True)
        return self.client.encrypt(room, kind, content)


def _for_keys(answer: dict) -> dict:
    """Of a sync response what the keeper of the keys needs: keys, members, encryption."""
    kinds = ("m.room.member", "m.room.encryption", "m.room.create")

    def reduced(part: dict) -> dict:
        wanted = [raw for raw in part.get("events", []) if raw.get("type") in kinds]
        return {"events": wanted, "limited": False, "prev_batch": "none"}

    joined = answer.get("rooms", {}).get("join", {})
    rooms = {
        room: {
            "state": reduced(part.get("state", {})),
            "timeline": reduced(part.get("timeline", {})),
            "ephemeral": {"events": []},
            "account_data": {"events": []},
        }
        for room, part in joined.items()
    }
    return {
        "next_batch": answer["next_batch"],
        "device_one_time_keys_count": answer.get("device_one_time_keys_count", {}),
        "device_lists": answer.get("device_lists", {}),
        "to_device": answer.get("to_device", {"events": []}),
        "rooms": {"join": rooms, "invite": {}, "leave": {}},
    }
