"""Kyr's Matrix store, opened: its tables as they are, and with the operator's key what is encrypted in them.

It knows the form in which the Matrix library keeps things, and nothing of what is looked for.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgpack
from Crypto.Cipher import ChaCha20_Poly1305

# Bytes of the hashes that stand in the place of names.
_HASH = 32


def tables(database: Path) -> Iterator[tuple[str, list[tuple]]]:
    """Every table of an SQLite file with its rows."""
    with sqlite3.connect(database) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            yield name, connection.execute(f'SELECT * FROM "{name}"').fetchall()
    connection.close()


def rows(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every row of every table in every SQLite file below, as bytes."""
    for database in sorted(folder.rglob("*.sqlite*")):
        if database.suffix in (".sqlite", ".sqlite3"):
            for table, found in tables(database):
                for row in found:
                    yield f"{database.name}, table {table}", b"\0".join(_bytes(cell) for cell in row)


def opened(folder: Path, key: str) -> Iterator[tuple[str, bytes]]:
    """The cells of the store that its key opens, in clear."""
    for database in sorted(folder.glob("*.sqlite3")):
        found = dict(tables(database))
        inner = _inner_key(found, key)
        for table, every in found.items():
            for cell in (cell for row in every for cell in row):
                sealed = _sealed(cell)
                if sealed:
                    yield f"{database.name}, table {table}, opened", _decrypted(inner, sealed)


def unsealed(folder: Path) -> list[str]:
    """What stands in the store in clear: neither encrypted nor a keyed hash. Numbers, states and times are."""
    found = []
    for database in sorted(folder.glob("*.sqlite3")):
        for table, every in tables(database):
            if table != "kv" and not table.startswith("sqlite_"):
                cells = (cell for row in every for cell in row if isinstance(cell, bytes | str))
                clear = (cell for cell in cells if not _sealed(cell) and len(cell) != _HASH)
                found += [f"{database.name}, table {table}: {cell!r}" for cell in clear]
    return found


def seal(database: Path, key: str, data: bytes) -> None:
    """Keeps data in a database of the store, encrypted as the library does it."""
    nonce = bytes(24)
    cipher = ChaCha20_Poly1305.new(key=_inner_key(dict(tables(database)), key), nonce=nonce)
    whole = b"".join(cipher.encrypt_and_digest(data))
    cell = msgpack.packb({"version": 1, "ciphertext": list(whole), "nonce": list(nonce)})
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO kv_blob VALUES (?, ?)", (b"sealed", cell))
    connection.close()


def _inner_key(found: dict[str, list[tuple]], key: str) -> bytes:
    """The key of the cells, which the operator's key opens."""
    wrapped = msgpack.unpackb(dict(found["kv"])["cipher"])["ciphertext_info"]["ChaCha20Poly1305"]
    return _decrypted(bytes.fromhex(key), wrapped)[:32]


def _sealed(cell) -> dict | None:
    """The cell as an encrypted value, if it is one."""
    if not isinstance(cell, bytes):
        return None
    try:
        value = msgpack.unpackb(cell)
    except ValueError:
        return None
    return value if isinstance(value, dict) and value.keys() == {"version", "ciphertext", "nonce"} else None


def _decrypted(key: bytes, sealed: dict) -> bytes:
    whole = bytes(sealed["ciphertext"])
    cipher = ChaCha20_Poly1305.new(key=key, nonce=bytes(sealed["nonce"]))
    return cipher.decrypt_and_verify(whole[:-16], whole[-16:])


def _bytes(cell) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()
