"""Checks Twogate's proofs of release without Twogate: docs/evidence.md, and nothing but the standard library.

    verify.py verify BUNDLE TRUST      the verdict as JSON; ends with 0 true, 1 false, 2 unreadable, 3 unwitnessed
    verify.py root FILE                {"leaves": [hex data, ...]} -> the root in hex
    verify.py inclusion FILE           {"index", "size", "leaf", "proof", "root"} in hex -> true or false
    verify.py consistency FILE         {"before", "size", "rootBefore", "root", "proof"} in hex -> true or false
    verify.py tiles FILE               {"leaves": [hex data, ...]} -> each tile's path and its hashes in hex
    verify.py batch                    one question a line on stdin, {"ask": ..., ...}; one answer a line

It shares no line with the other verifier. Where the two disagree, one of them or the description is wrong.
"""

import base64
import binascii
import collections
import functools
import hashlib
import json
import re
import sys

SAFE = 2**53 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Ed25519, RFC 8032, 5.1: verification by the equation times the cofactor ---------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add(one, two):
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = NEUTRAL
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def is_neutral(point):
    return point[0] % P == 0 and (point[1] - point[2]) % P == 0


def point_of(data):
    """The point of 32 bytes in its one form; None for any other bytes."""
    y = int.from_bytes(data, "little")
    odd = y >> 255
    y &= (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0 or (x == 0 and odd):
        return None
    if x & 1 != odd:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=100_000)
def signed(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, start = point_of(public_key), point_of(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or start is None or scalar >= ORDER or is_neutral(times(8, key)):
        return False
    challenge = hashlib.sha512(signature[:32] + public_key + message).digest()
    k = int.from_bytes(challenge, "little") % ORDER
    right = add(start, times(k, key))
    minus = (P - right[0], right[1], right[2], P - right[3])
    return is_neutral(times(8, add(times(scalar, BASE), minus)))


# --- The tree, RFC 6962, 2.1; the checks as RFC 9162, 2.1.3.2 and 2.1.4.2, write them --------------------------------


def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def split(count):
    return 1 << ((count - 1).bit_length() - 1)


def tree_hash(hashes):
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return node_hash(tree_hash(hashes[:k]), tree_hash(hashes[k:]))


def audit_path(index, hashes):
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if index < k:
        return audit_path(index, hashes[:k]) + [tree_hash(hashes[k:])]
    return audit_path(index - k, hashes[k:]) + [tree_hash(hashes[:k])]


def growth_path(before, hashes, whole=True):
    if before == 0:
        return []
    if before == len(hashes):
        return [] if whole else [tree_hash(hashes)]
    k = split(len(hashes))
    if before <= k:
        return growth_path(before, hashes[:k], whole) + [tree_hash(hashes[k:])]
    return growth_path(before - k, hashes[k:], False) + [tree_hash(hashes[:k])]


def includes(index, size, leaf, proof, root):
    if not 0 <= index < size <= SAFE:
        return False
    at, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while not at & 1 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def continues(before, size, root_before, root, proof):
    if not 0 <= before <= size <= SAFE:
        return False
    if before == 0:
        return not proof and root_before == sha256(b"")
    if before == size:
        return not proof and root_before == root
    path = list(proof)
    if before & (before - 1) == 0:
        path = [root_before] + path
    if not path:
        return False
    at, last = before - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not at & 1 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and old == root_before and new == root


def tile_path(level, index, width):
    groups = re.findall(r"\d{3}", str(index).zfill(-(-len(str(index)) // 3) * 3))
    place = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return "tile/%d/%s%s" % (level, place, "" if width == 256 else ".p/%d" % width)


def tiles(leaves):
    """Every tile of the tree (C2SP tlog-tiles): level by level, 256 hashes each, the last one shorter."""
    found, level, row = {}, 0, leaves
    while row:
        for index in range(0, len(row), 256):
            part = row[index : index + 256]
            found[tile_path(level, index // 256, len(part))] = b"".join(part).hex()
        row = [tree_hash(row[at : at + 256]) for at in range(0, len(row) - 255, 256)]
        level += 1
    return found


# --- Texts: base64, canonical JSON (RFC 8785), notes, checkpoints, proofs, keys (C2SP) -------------------------------

SPACES = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
NUMBER = re.compile(r"0|[1-9][0-9]*")


def whole(text):
    """Whether the text has no half of a character."""
    return not any(0xD800 <= ord(each) <= 0xDFFF for each in text)


def unbase64(text):
    """The bytes of a base64 text in its one form; None for any other."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def canonical(value):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(quoted(key) + ":" + canonical(value[key]) for key in keys) + "}"


SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quoted(text):
    return '"' + "".join(SHORT.get(c) or (c if ord(c) >= 0x20 else "\\u%04x" % ord(c)) for c in text) + '"'


def parse_note(text):
    """(text, [(name, bytes)]) of a signed note; None when it is none."""
    cut = text.rfind("\n\n")
    if cut < 0 or not text.endswith("\n") or not whole(text):
        return None
    if any(ord(each) < 0x20 and each != "\n" for each in text):
        return None
    signatures = []
    for line in text[cut + 2 : -1].split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not parts[1] or any(c in SPACES + "+" for c in parts[1]):
            return None
        data = unbase64(parts[2])
        if data is None or len(data) <= 4:
            return None
        signatures.append((parts[1], data))
    return None if len(signatures) > 64 else (text[: cut + 1], signatures)


def key_id(key):
    return sha256(key["name"].encode() + b"\n" + bytes([key["kind"]]) + key["key"])[:4]


def parse_key(line):
    parts = line.split("+", 2)
    if len(parts) != 3 or not parts[0] or not whole(line) or not re.fullmatch("[0-9a-f]{8}", parts[1]):
        return None
    if any(c in SPACES or ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F for c in parts[0]):
        return None
    data = unbase64(parts[2])
    if data is None or len(data) != 33 or data[0] not in (1, 4):
        return None
    key = {"name": parts[0], "kind": data[0], "key": data[1:]}
    return key if key_id(key).hex() == parts[1] else None


def by_key(note, key):
    return [data[4:] for name, data in note[1] if name == key["name"] and data[:4] == key_id(key)]


def is_signed(note, key):
    own = by_key(note, key)
    message = note[0].encode()
    return key["kind"] == 1 and bool(own) and all(signed(key["key"], message, each) for each in own)


def cosigning(note, key):
    own = by_key(note, key)
    if not own:
        return "absent"
    for each in own:
        if key["kind"] != 4 or len(each) != 72:
            return "forged"
        seconds = int.from_bytes(each[:8], "big")
        message = ("cosignature/v1\ntime %d\n%s" % (seconds, note[0])).encode()
        if seconds > 8_640_000_000_000 or not signed(key["key"], message, each[8:]):
            return "forged"
    return "seen"


def parse_checkpoint(text):
    lines = text.split("\n")
    if len(lines) < 4 or not lines[0] or not NUMBER.fullmatch(lines[1]) or int(lines[1]) > SAFE:
        return None
    root = unbase64(lines[2])
    if root is None or len(root) != 32:
        return None
    return {"origin": lines[0], "size": int(lines[1]), "root": root}


def parse_proof(text):
    """(index, path, checkpoint) of a proof without extra data; None for any other text."""
    head, found, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    if not found or len(lines) < 2 or lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("index "):
        return None
    digits = lines[1][6:]
    if not NUMBER.fullmatch(digits) or int(digits) > SAFE or len(lines) > 65:
        return None
    path = [unbase64(line) for line in lines[2:]]
    if any(each is None or len(each) != 32 for each in path):
        return None
    return int(digits), path, checkpoint


# --- The two files ---------------------------------------------------------------------------------------------------


class Unreadable(Exception):
    pass


def need(condition):
    if not condition:
        raise Unreadable


def text_of(value, longest=None):
    need(isinstance(value, str))
    need(longest is None or len(value.encode("utf-16-le", "surrogatepass")) // 2 <= longest)
    return value


def object_of(value, keys):
    need(isinstance(value, dict) and set(value) == set(keys))
    return value


def hash_of(value):
    need(isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None)


def no_prototype(value):
    need(isinstance(value, dict) and "__proto__" not in value)
    return value


def loaded(data):
    try:
        text = data.decode("utf-8")
        return text, json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable from None


def read_bundle(data):
    text, bundle = loaded(data)
    object_of(bundle, ["format", "entries", "statement", "status"])
    need(bundle["format"] == "twogate.evidence/1")
    need(isinstance(bundle["entries"], list) and 1 <= len(bundle["entries"]) <= 1000)
    for each in bundle["entries"]:
        object_of(each, ["entry", "salt", "proof"])
        text_of(each["salt"], 10_000)
        text_of(each["proof"], 100_000)
        entry = object_of(
            each["entry"], ["sequence", "at", "kind", "actor", "stage", "subject", "facts", "previousHash"]
        )
        need(type(entry["sequence"]) is int and 1 <= entry["sequence"] <= SAFE)
        text_of(entry["at"], 40)
        for name in ("kind", "actor", "subject"):
            text_of(entry[name], 10_000)
        need(entry["stage"] in (None, "bonded_exit", "domestic_distribution"))
        for fact in no_prototype(entry["facts"]).values():
            text_of(fact)
        hash_of(entry["previousHash"])
    statement = object_of(bundle["statement"], ["digests", "fields"])
    for name, digest in no_prototype(statement["digests"]).items():
        text_of(name, 10_000)
        hash_of(digest)
    need(isinstance(statement["fields"], list) and len(statement["fields"]) <= 20_000)
    for field in statement["fields"]:
        object_of(field, ["name", "value", "salt"])
        for part in field.values():
            text_of(part, 10_000)
    text_of(bundle["status"], 100_000)
    # Half a character is in the text as an escape, and never in the one text of the content, which has no such escape.
    need(canonical(bundle) == text)
    return bundle


def read_trust(data):
    _, trust = loaded(data)
    object_of(trust, ["format", "log", "status", "witnesses", "quorum"])
    need(trust["format"] == "twogate.trust/1")
    need(type(trust["quorum"]) is int and 1 <= trust["quorum"] <= 64)
    need(isinstance(trust["witnesses"], list) and len(trust["witnesses"]) <= 64)
    lines = [trust["log"], trust["status"]] + trust["witnesses"]
    keys = [parse_key(text_of(line, 1_000)) for line in lines]
    need(all(keys))
    need([key["kind"] for key in keys] == [1, 1] + [4] * (len(keys) - 2))
    need(len({key["key"] for key in keys}) == len(keys))
    need(trust["quorum"] <= max(1, len({key["name"] for key in keys[2:]})))
    return {"log": keys[0], "status": keys[1], "witnesses": keys[2:], "quorum": trust["quorum"]}


# --- The verdict -----------------------------------------------------------------------------------------------------


def entry_hash(entry):
    return sha256(canonical(entry).encode()).hex()


def is_instant(text):
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{3}Z", text)
    if not found:
        return False
    year, month, day, hour, minute, second = map(int, found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second < 60


def open_status(text, key):
    note = parse_note(text)
    if note is None:
        return None
    lines = note[0].split("\n")
    if len(lines) != 5 or lines[0] != "twogate release status v1" or not lines[1] or lines[4]:
        return None
    if lines[2] not in ("stands", "goods_held", "goods_returned") or not is_instant(lines[3]):
        return None
    return {"releaseId": lines[1], "state": lines[2], "asOf": lines[3]} if is_signed(note, key) else None


def look_at_entry(each, trust, own_hash):
    salt = unbase64(each["salt"])
    committed = salt is not None and len(salt) == 32
    proof = parse_proof(each["proof"])
    note = proof and parse_note(proof[2])
    checkpoint = note and parse_checkpoint(note[0])
    if not checkpoint or checkpoint["origin"] != trust["log"]["name"] or not is_signed(note, trust["log"]):
        checkpoint = None
    included = False
    if committed and checkpoint:
        leaf = leaf_hash(sha256(salt + bytes.fromhex(own_hash)))
        included = includes(proof[0], checkpoint["size"], leaf, proof[1], checkpoint["root"])
    said = [(key["name"], cosigning(note, key)) for key in trust["witnesses"]] if checkpoint else []
    names = [name for name, how in said if how == "seen"]
    looks = [
        ("entry_committed", committed),
        ("proof_read", proof is not None),
        ("checkpoint_signed", checkpoint is not None),
        ("entry_included", included),
        ("cosignatures_hold", all(how != "forged" for _, how in said)),
        ("checkpoint_witnessed", len(set(names)) >= trust["quorum"]),
    ]
    return looks, names, checkpoint


def is_of_chain(entries, hashes, at):
    entry = entries[at]["entry"]
    if entry["sequence"] == 1 and entry["previousHash"] != "0" * 64:
        return False
    for other, each in enumerate(entries):
        place = each["entry"]["sequence"]
        if place == entry["sequence"] and other < at:
            return False
        if place == entry["sequence"] - 1 and hashes[other] != entry["previousHash"]:
            return False
    return True


def look_at_statement(bundle):
    statement, release = bundle["statement"], bundle["entries"][0]["entry"]
    logged = sha256(canonical(statement["digests"]).encode()).hex()
    looks = [
        ("statement_logged", "", release["kind"] == "release_granted" and release["facts"].get("statement") == logged)
    ]
    names = collections.Counter(field["name"] for field in statement["fields"])
    for field in statement["fields"]:
        salt = unbase64(field["salt"])
        holds = names[field["name"]] == 1 and salt is not None and len(salt) == 32
        if holds:
            digest = sha256(salt + canonical([field["name"], field["value"]]).encode()).hex()
            holds = statement["digests"].get(field["name"]) == digest
        looks.append(("fields_stated", field["name"], holds))
    return looks


def verdict_of(bundle, trust):
    entries = bundle["entries"]
    hashes = [entry_hash(each["entry"]) for each in entries]
    looks, seen, witnesses = [], [], []
    for at, each in enumerate(entries):
        own, names, checkpoint = look_at_entry(each, trust, hashes[at])
        if at == 0:
            witnesses = names
        one = not any(
            checkpoint and other["size"] == checkpoint["size"] and other["root"] != checkpoint["root"] for other in seen
        )
        if checkpoint:
            seen.append(checkpoint)
        own += [("one_history", one), ("one_chain", is_of_chain(entries, hashes, at))]
        looks += [(check, str(at + 1), holds) for check, holds in own]
    looks += look_at_statement(bundle)
    status = open_status(bundle["status"], trust["status"])
    if status and status["releaseId"] != entries[0]["entry"]["facts"].get("release"):
        status = None
    looks.append(("status_signed", "", status is not None))
    failed = [check for check, _, holds in looks if not holds]
    shown = [field["name"] for field in bundle["statement"]["fields"]]
    left_out = set(bundle["statement"]["digests"]) - set(shown)
    kind = "true" if not failed else "unwitnessed" if set(failed) == {"checkpoint_witnessed"} else "false"
    return {
        "kind": kind,
        "looks": [{"check": check, "where": where, "holds": holds} for check, where, holds in looks],
        "status": status and {"state": status["state"], "asOf": status["asOf"]},
        "witnesses": witnesses,
        "shown": shown,
        "redacted": sorted(left_out, key=lambda name: name.encode("utf-16-be")),
    }


def verify(bundle_bytes, trust_bytes):
    try:
        trust = read_trust(trust_bytes)
    except Unreadable:
        return {"kind": "bad_trust"}
    try:
        return verdict_of(read_bundle(bundle_bytes), trust)
    except Unreadable:
        return {"kind": "unreadable"}


# --- Questions -------------------------------------------------------------------------------------------------------


def unhex(values):
    return [bytes.fromhex(each) for each in values]


def hashes_in(question):
    return [leaf_hash(data) for data in unhex(question["leaves"])]


ASK = {
    "root": lambda q: tree_hash(hashes_in(q)).hex(),
    "tiles": lambda q: tiles(hashes_in(q)),
    "inclusion": lambda q: includes(
        q["index"], q["size"], bytes.fromhex(q["leaf"]), unhex(q["proof"]), bytes.fromhex(q["root"])
    ),
    "consistency": lambda q: continues(
        q["before"], q["size"], bytes.fromhex(q["rootBefore"]), bytes.fromhex(q["root"]), unhex(q["proof"])
    ),
    "prove_inclusion": lambda q: [each.hex() for each in audit_path(q["index"], hashes_in(q))],
    "prove_consistency": lambda q: [each.hex() for each in growth_path(q["before"], hashes_in(q))],
    "signed": lambda q: signed(*unhex([q["key"], q["message"], q["signature"]])),
    "bundle": lambda q: verify(base64.b64decode(q["bundle"]), q["trust"].encode("utf-8", "surrogatepass")),
}


def main(arguments):
    if arguments == ["batch"]:
        for line in sys.stdin:
            question = json.loads(line)
            print(json.dumps(ASK[question["ask"]](question)))
        return 0
    if len(arguments) == 3 and arguments[0] == "verify":
        with open(arguments[1], "rb") as bundle, open(arguments[2], "rb") as trust:
            verdict = verify(bundle.read(), trust.read())
        print(json.dumps(verdict, indent=1, ensure_ascii=False))
        return {"true": 0, "false": 1, "unwitnessed": 3}.get(verdict["kind"], 2)
    if len(arguments) == 2 and arguments[0] in ("root", "tiles", "inclusion", "consistency"):
        with open(arguments[1], "rb") as file:
            print(json.dumps(ASK[arguments[0]](json.load(file))))
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
