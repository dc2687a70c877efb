"""Writes what `folkmoot import` takes: events as JSON Lines, as the help topic "moving" describes them.

Ids follow from names, so that the same meeting has the same ids each time. Salts, sums and hashes are left out: the
log makes them.
"""
import hashlib
import json


class Words(str):
    """A name or free text: kept apart from what happened, with the person it is about where that is known."""

    def __new__(cls, text, whose=None):
        made = super().__new__(cls, text)
        made.whose = whose
        return made


def made_id(*names):
    return hashlib.sha256("\0".join(map(str, names)).encode()).hexdigest()[:32]


def matter_of(item):
    """The id under which an item that was carried or parked lives on; as in src/base/id.h, derived_id."""
    def field(data):
        return len(data).to_bytes(8, "big") + data
    return hashlib.sha256(field(bytes.fromhex(item)) + bytes(8) + field(b"matter")).hexdigest()[:32]


def _apart(value, words):
    if isinstance(value, Words):
        words.append({"text": str(value)} | ({"person": value.whose} if value.whose else {}))
        return len(words) - 1
    if isinstance(value, dict):
        return {key: _apart(each, words) for key, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [_apart(each, words) for each in value]
    return value


class Stream:
    """The acts of a meeting or of a partnership. `now` is in milliseconds since 1970, UTC; who writes moves it on."""

    def __init__(self, of, uid, now, offset=0):
        self.of, self.uid, self.now, self.offset = of, uid, now, offset
        self.events = []

    def add(self, kind, /, **payload):
        words = []
        payload = _apart(payload, words)
        self.events.append({"stream": self.uid, "of": self.of, "sequence": len(self.events) + 1,
                            "at": [self.now, self.offset, self.now, 1], "kind": kind, "payload": payload, "words": words})


def in_lines(streams):
    header = {"format": "folkmoot-events", "schema": 1, "streams": len(streams),
              "events": sum(len(each.events) for each in streams)}
    lines = [header, *(event for each in streams for event in each.events)]
    return "".join(json.dumps(each, separators=(",", ":")) + "\n" for each in lines)
