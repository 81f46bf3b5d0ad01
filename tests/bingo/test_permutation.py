"""The keyed permutation: every number once, there and back, another order for another key."""

import pytest

from press.bingo.permutation import permuted, permuted_back


@pytest.mark.parametrize("key", [b"", b"another key"])
def test_permutation_is_one(key: bytes):
    for size in range(1, 121):
        assert sorted(permuted(i, size, key) for i in range(size)) == list(range(size))


@pytest.mark.parametrize("size", [1, 2, 7, 45, 300, 9_979_200, 10**27])
def test_a_permutation_has_a_way_back(size: int):
    for index in {0, min(1, size - 1), size // 3, size // 2, size - 1}:
        there = permuted(index, size, b"key")
        assert permuted_back(there, size, b"key") == index == permuted(permuted_back(index, size, b"key"), size, b"key")


def test_permutation_depends_on_its_key_and_moves_things():
    orders = {tuple(permuted(i, 300, key) for i in range(300)) for key in (b"1", b"2", b"3")}
    assert len(orders) == 3 and tuple(range(300)) not in orders
