"""Keyed permutations: numbers put in an order that looks drawn, without a list of them."""

import hashlib
from math import isqrt

FEISTEL_ROUNDS = 8  # more than the four that make it look random


def permuted(index: int, size: int, key: bytes) -> int:
    """A keyed permutation of 0 … size-1: a Feistel network on a grid just large enough, walked until inside."""
    left_size = isqrt(size - 1) + 1
    right_size = -(-size // left_size)
    while True:
        left, right = divmod(index, right_size)
        for step in range(0, FEISTEL_ROUNDS, 2):
            left = (left + _mix(key, step, right)) % left_size
            right = (right + _mix(key, step + 1, left)) % right_size
        index = left * right_size + right
        if index < size:
            return index


def permuted_back(index: int, size: int, key: bytes) -> int:
    """The way back: `permuted(permuted_back(index, …), …)` is `index`."""
    left_size = isqrt(size - 1) + 1
    right_size = -(-size // left_size)
    while True:
        left, right = divmod(index, right_size)
        for step in reversed(range(0, FEISTEL_ROUNDS, 2)):
            right = (right - _mix(key, step + 1, left)) % right_size
            left = (left - _mix(key, step, right)) % left_size
        index = left * right_size + right
        if index < size:
            return index


def _mix(key: bytes, step: int, value: int) -> int:
    return int.from_bytes(hashlib.blake2b(b"%d %d" % (step, value), key=key, digest_size=16).digest(), "big")
