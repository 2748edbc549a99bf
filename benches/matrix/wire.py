"""The wire between a bot and its homeserver, which can be cut.

It moves bytes and knows nothing of Matrix.
"""

import asyncio
import contextlib

_CHUNK = 65_536


class Wire:
    """Listens on 127.0.0.1 and leads every connection to the port of the homeserver."""

    def __init__(self, port: int):
        self._port = port
        self._server: asyncio.Server | None = None
        self._links: set[asyncio.StreamWriter] = set()
        self._up = True
        self._flowing = asyncio.Event()
        self._flowing.set()

    async def open(self) -> str:
        """Begins to listen; returns the address."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1")
        host, port = self._server.sockets[0].getsockname()
        return f"http://{host}:{port}"

    async def close(self) -> None:
        """Ends all connections and listens no more."""
        if self._server:
            self._server.close()
        self.tear()

    def tear(self) -> None:
        """Ends all connections; new ones can be made at once."""
        for link in self._links:
            link.transport.abort()

    async def cut(self, seconds: float) -> None:
        """For so long connections end as soon as they begin."""
        self._up = False
        self.tear()
        await asyncio.sleep(seconds)
        self._up = True

    async def hold(self, seconds: float) -> None:
        """For so long nothing comes through, and nobody is told."""
        self._flowing.clear()
        await asyncio.sleep(seconds)
        self._flowing.set()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._up:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            writer.transport.abort()
            return
        self._links |= {writer, far_writer}
        await asyncio.gather(self._pipe(reader, far_writer), self._pipe(far_reader, writer))
        self._links -= {writer, far_writer}

    async def _pipe(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while some := await source.read(_CHUNK):
                await self._flowing.wait()
                sink.write(some)
                await sink.drain()
        sink.close()
