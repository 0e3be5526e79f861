#!/usr/bin/env python3
"""Opens Candor envelopes from docs/crypto.md alone, with nothing of Candor's own code.

    pip install cryptography kyber-py
    python3 scripts/open_envelope.py tests/vectors/envelope_v1.json      every vector of a file; exit 1 when one differs
    python3 scripts/open_envelope.py --one < one.json                    one envelope in the same shape, plaintext as hex

Refuses what the document says must be refused: other magic, version, suite, key id, epoch, commitment or padding.
"""

import hashlib
import hmac
import json
import sys

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from kyber_py.ml_kem import ML_KEM_768

INFO = {1: "raw-key", 2: "raw", 3: "released", 4: "synopsis", 5: "staff-key", 6: "screening-key", 7: "root-wrap", 8: "totp",
        9: "reader-address", 10: "session-unlock", 11: "reply", 12: "dictionary", 13: "identity", 14: "identity-shares",
        15: "share-passed", 16: "identity-shown", 17: "answer", 18: "ceremony", 48: "passkey", 49: "passkey-challenge"}


class Refused(Exception):
    pass


def be(number, size):
    return number.to_bytes(size, "big")


def extract(salt, ikm):
    return hmac.digest(salt or bytes(32), ikm, "sha256")


def expand(prk, info, size):
    out = block = b""
    count = 1
    while len(out) < size:
        block = hmac.digest(prk, block + info + bytes([count]), "sha256")
        out, count = out + block, count + 1
    return out[:size]


def field(key, body, aad):
    salt, commitment, sealed = body[:32], body[32:64], body[64:]
    okm = expand(extract(salt, key), b"candor/v1/field" + hashlib.sha256(aad).digest(), 64)
    if not hmac.compare_digest(okm[32:], commitment):
        raise Refused("commitment")
    return unpad(ChaCha20Poly1305(okm[:32]).decrypt(bytes(12), sealed, aad))


def unpad(padded):
    length = int.from_bytes(padded[:4], "big")
    if length > len(padded) - 4 or any(padded[4 + length:]):
        raise Refused("padding")
    return padded[4:4 + length]


def labelled(suite, label):
    return b"HPKE-v1" + suite + label


def dhkem(secret, encapsulated):
    """DHKEM(X25519, HKDF-SHA256), RFC 9180 section 4.1."""
    suite = b"KEM" + be(0x0020, 2)
    private = X25519PrivateKey.from_private_bytes(secret)
    public = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    prk = extract(b"", labelled(suite, b"eae_prk") + shared)
    return expand(prk, be(32, 2) + labelled(suite, b"shared_secret") + encapsulated + public, 32)


def xwing(seed, encapsulated):
    """X-Wing: ML-KEM-768 and X25519 under one SHA3-256, from a 32-byte seed."""
    expanded = hashlib.shake_256(seed).digest(96)
    _, decapsulation = ML_KEM_768._keygen_internal(expanded[:32], expanded[32:64])
    private = X25519PrivateKey.from_private_bytes(expanded[64:])
    public = private.public_key().public_bytes_raw()
    ct_m, ct_x = encapsulated[:1088], encapsulated[1088:]
    ss_m = ML_KEM_768.decaps(decapsulation, ct_m)
    ss_x = private.exchange(X25519PublicKey.from_public_bytes(ct_x))
    return hashlib.sha3_256(ss_m + ss_x + ct_x + public + b"\\.//^\\").digest()


def hpke(kem, shared, info, aad, sealed):
    """RFC 9180 section 5.1, base mode, HKDF-SHA256, ChaCha20-Poly1305, one message."""
    suite = b"HPKE" + be(kem, 2) + be(0x0001, 2) + be(0x0003, 2)
    one = lambda label, ikm: extract(b"", labelled(suite, label) + ikm)
    context = b"\x00" + one(b"psk_id_hash", b"") + one(b"info_hash", info)
    secret = extract(shared, labelled(suite, b"secret"))
    out = lambda label, size: expand(secret, be(size, 2) + labelled(suite, label) + context, size)
    return ChaCha20Poly1305(out(b"key", 32)).decrypt(out(b"base_nonce", 12), sealed, aad)


def open_envelope(v):
    raw = {name: bytes.fromhex(v[name]) for name in ("envelope", "instance", "record", "key", "key_id")}
    blob, purpose = raw["envelope"], v["purpose"]
    if blob[:3] != b"CE\x01" or blob[3] not in (0x01, 0x02, 0x11):
        raise Refused("magic, version or suite")
    suite, body = blob[3], blob[24:]
    if blob[4:20] != raw["key_id"] or blob[20:24] != be(v["epoch"], 4):
        raise Refused("key id or epoch")
    encapsulated = {0x01: 32, 0x02: 1120, 0x11: 64}[suite]
    padded = len(body) - encapsulated - 16
    aad = (bytes([1, suite, purpose]) + raw["instance"] + be(len(raw["record"]), 4) + raw["record"]
           + raw["key_id"] + be(v["epoch"], 4) + be(padded, 4))
    if suite == 0x11:
        return field(raw["key"], body, aad)
    if raw["key"][0] != suite:
        raise Refused("a key of another suite")
    info = ("candor/v1/" + INFO[purpose]).encode()
    head, sealed = body[:encapsulated], body[encapsulated:]
    if suite == 0x01:
        return hpke(0x0020, dhkem(raw["key"][1:], head), info, aad, sealed)
    return hpke(0x647A, xwing(raw["key"][1:], head), info, aad, sealed)


def main():
    if sys.argv[1:] == ["--one"]:
        print(open_envelope(json.load(sys.stdin)).hex())
        return 0
    wrong = 0
    with open(sys.argv[1], encoding="utf-8") as file:
        vectors = json.load(file)["envelopes"]
    for v in vectors:
        same = open_envelope(v).hex() == v["plain"]
        print(("opens  " if same else "DIFFERS"), v["name"])
        wrong += not same
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
