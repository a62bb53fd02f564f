import bz2
import gzip
import io
import lzma

import lz4.frame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.ingest.packing import Packing, Unpacked, unpacker_for

try:
    from compression import zstd
except ImportError:
    from backports import zstd

PACKERS = {
    Packing.GZIP: gzip.compress,
    Packing.BZIP2: bz2.compress,
    Packing.XZ: lzma.compress,
    Packing.ZSTANDARD: zstd.compress,
    Packing.LZ4: lz4.frame.compress,
}
TEXT = "".join(f"Ferry {number} stopped at Lonholm. " for number in range(9_000)).encode()


def unpack(data, packing):
    stream = Unpacked(io.BytesIO(data), packing)
    parts = []
    while part := stream.read(10_000):
        parts.append(part)
    return b"".join(parts), stream


@pytest.mark.parametrize("packing", PACKERS)
def test_each_packing_is_known_and_undone(packing):
    packed = PACKERS[packing](TEXT)
    assert Packing.of(packed) is packing
    data, stream = unpack(packed, packing)
    assert (data, stream.fault) == (TEXT, None)


@pytest.mark.parametrize("packing", PACKERS)
def test_several_parts_are_read_one_after_the_other(packing):
    data, stream = unpack(PACKERS[packing](b"one ") + PACKERS[packing](b"two"), packing)
    assert (data, stream.fault) == (b"one two", None)


@pytest.mark.parametrize("packing", PACKERS)
def test_what_follows_the_last_part_is_told_and_zeros_are_not(packing):
    assert unpack(PACKERS[packing](TEXT) + bytes(600), packing)[1].fault is None
    data, stream = unpack(PACKERS[packing](TEXT) + b"something else", packing)
    assert (data, stream.fault) == (TEXT, f"what follows its last whole part is no {packing}")


@pytest.mark.parametrize("packing", PACKERS)
def test_a_cut_file_is_told_and_what_was_read_stands(packing):
    packed = PACKERS[packing](TEXT)
    data, stream = unpack(packed[: len(packed) - 9], packing)
    assert TEXT.startswith(data)
    assert (stream.fault, stream.cut) == (f"the {packing} file is cut short", True)


def test_damage_costs_little_of_what_lies_before_it():
    packed = bytearray(gzip.compress(TEXT))
    packed[len(packed) // 2] ^= 0xFF
    data, stream = unpack(bytes(packed), Packing.GZIP)
    assert stream.fault == "the gzip file is damaged"
    assert len(data) > len(TEXT) // 4


def test_a_trap_is_left_in_time():
    data, stream = unpack(gzip.compress(bytes(150_000_000), 9), Packing.GZIP)
    assert len(data) < 110_000_000
    assert "more than 400 times its size" in stream.fault


@given(st.binary(max_size=300), st.lists(st.integers(1, 50)))
def test_any_size_of_steps_gives_the_same_bytes(data, sizes):
    stream = Unpacked(io.BytesIO(gzip.compress(data)), Packing.GZIP)
    parts = [stream.read(size) for size in sizes]
    while part := stream.read(7):
        parts.append(part)
    assert b"".join(parts) == data


def test_going_forward():
    stream = Unpacked(io.BytesIO(gzip.compress(TEXT)), Packing.GZIP)
    stream.seek(100_000)
    assert stream.read(50) == TEXT[100_000:100_050]


def test_every_packing_has_an_unpacker():
    assert all(unpacker_for(packing)() for packing in Packing)
