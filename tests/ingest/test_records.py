"""Whole, damaged and cut archives: nothing whole is lost, nothing broken is passed over in silence."""

import gzip
import io
import random
import zlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.ingest.conftest import Crawl

from nutgraf.ingest.members import Members
from nutgraf.ingest.records import Broken, Record, Records
from nutgraf.ingest.stretches import Whole
from nutgraf.ingest.warc import WARC


def walk(data, packed=True):
    """Return the addresses of whole records, and the broken places."""
    stream = io.BytesIO(data)
    stretches = Members(stream, 0, WARC.starts) if packed else Whole(stream, 0)
    events = [event for event in Records(stretches, WARC) if event is not None]
    whole = [event.header.address for event in events if isinstance(event, Record)]
    return whole, [event for event in events if isinstance(event, Broken)]


def addresses(*numbers):
    return [f"https://gazette.example/news/{number}" for number in numbers]


def pages(count, gzip=True):
    made = Crawl(gzip)
    ends = []
    for number in range(1, count + 1):
        made.page(number)
        ends.append(len(made.data))
    return made.data, ends


PACKED, PACKED_ENDS = pages(5)
PLAIN, PLAIN_ENDS = pages(5, gzip=False)
ONE_MEMBER = gzip.compress(PLAIN)


@pytest.mark.parametrize(("data", "packed"), [(PACKED, True), (ONE_MEMBER, True), (PLAIN, False)])
def test_a_whole_archive(data, packed):
    assert walk(data, packed) == (addresses(1, 2, 3, 4, 5), [])


@settings(max_examples=300)
@given(st.integers(1, len(PACKED) - 1))
def test_a_packed_archive_cut_anywhere_loses_no_whole_record_and_says_so(cut):
    whole, broken = walk(PACKED[:cut])
    before = sum(end <= cut for end in PACKED_ENDS)
    assert whole[:before] == addresses(*range(1, before + 1))
    if cut in PACKED_ENDS:
        assert (len(whole), broken) == (before, [])
    else:
        # Of a member that lacks but its checksum the record may be whole.
        assert len(whole) - before in (0, 1)
        assert [each.cut for each in broken] == [True]


@settings(max_examples=300)
@given(st.integers(1, len(PLAIN) - 1))
def test_a_plain_archive_cut_anywhere_loses_no_whole_record_and_says_so(cut):
    whole, broken = walk(PLAIN[:cut], packed=False)
    before = sum(end <= cut for end in PLAIN_ENDS)
    assert len(whole) - before in (0, 1)
    assert whole == addresses(*range(1, len(whole) + 1))
    ends = [end - blank for end in PLAIN_ENDS for blank in range(5)]
    assert [each.cut for each in broken] == ([] if cut in ends else [True])


@settings(max_examples=200)
@given(st.integers(1, len(ONE_MEMBER) - 1))
def test_an_archive_of_one_member_cut_anywhere_keeps_what_was_unpacked(cut):
    whole, broken = walk(ONE_MEMBER[:cut])
    unpacked = len(zlib.decompressobj(31).decompress(ONE_MEMBER[:cut]))
    assert len(whole) >= sum(end <= unpacked for end in PLAIN_ENDS)
    assert [each.cut for each in broken] == [True]


@settings(max_examples=300)
@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
@example(867, 84)  # the end of a packed member, behind its last word: all is there, and the damage is told
def test_one_changed_byte_costs_one_record_at_most(place, change):
    data = bytearray(PACKED)
    data[place] ^= change
    whole, broken = walk(bytes(data))
    number = 1 + sum(end <= place for end in PACKED_ENDS)
    assert set(addresses(1, 2, 3, 4, 5)) - set(whole) <= set(addresses(number))
    assert broken or len(whole) == 5


@settings(max_examples=200)
@given(st.integers(0, len(PLAIN) - 1), st.binary(min_size=1, max_size=40))
def test_changed_bytes_in_a_plain_archive_never_raise_and_cost_two_records_at_most(place, change):
    whole, broken = walk(PLAIN[:place] + change + PLAIN[place + len(change) :], packed=False)
    known = [each for each in whole if each in addresses(1, 2, 3, 4, 5)]
    assert len(known) >= 3
    assert len(whole) == 5 or broken


@settings(max_examples=200)
@given(st.binary(max_size=4_000), st.booleans())
def test_any_bytes_end_without_an_exception(data, packed):
    whole, broken = walk(data, packed)
    assert whole or broken or not data.strip(b"\r\n\0")


def test_garbage_between_members_is_told_and_passed_over():
    first = PACKED[: PACKED_ENDS[0]]
    whole, broken = walk(first + b"GARBAGE" * 99 + PACKED[PACKED_ENDS[0] :])
    assert whole == addresses(1, 2, 3, 4, 5)
    assert [each.reason for each in broken] == [f"what lies at byte {len(first)} is no record: it cannot be unpacked"]


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\0" * 512])
@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_of_nothing_says_so(data, packed):
    whole, broken = walk(gzip.compress(data) if packed else data, packed)
    assert whole == []
    assert [one.reason for one in broken] == ["the archive holds no record"]


def test_zeros_at_the_end_are_no_damage():
    assert walk(PACKED + bytes(999)) == (addresses(1, 2, 3, 4, 5), [])
    assert walk(PLAIN + bytes(999), packed=False) == (addresses(1, 2, 3, 4, 5), [])


def test_a_record_over_several_members_is_one():
    half = PLAIN_ENDS[1] + 300
    data = gzip.compress(PLAIN[:half]) + gzip.compress(b"") + gzip.compress(PLAIN[half:])
    assert walk(data) == (addresses(1, 2, 3, 4, 5), [])


def with_length(number, words, data=PLAIN):
    """Return an archive in which one record tells another length."""
    begin = PLAIN_ENDS[number - 2] if number > 1 else 0
    head, _, rest = data[begin:].partition(b"Content-Length: ")
    return data[:begin] + head + b"Content-Length: " + words + b"\r\n" + rest.partition(b"\r\n")[2]


LIES = [b"0", b"7", b"-1", b"abc", b"", b"300", b"2000", b"99999999999999", b"9" * 30]


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("words", LIES)
def test_a_lying_length_costs_its_own_record(number, words):
    whole, broken = walk(with_length(number, words), packed=False)
    assert whole == addresses(*(each for each in range(1, 6) if each != number))
    assert len(broken) == 1
    packed = [gzip.compress(part) for part in members(with_length(number, words))]
    assert walk(b"".join(packed))[0] == whole


def members(data):
    return [b"WARC/1.0\r\n" + part for part in data.split(b"WARC/1.0\r\n")[1:]]


def test_a_record_longer_than_the_cap_that_lies_is_gone_over_again():
    data = with_length(2, b"25000000") + b"x" * 30_000_000
    whole, broken = walk(data, packed=False)
    assert whole == addresses(1, 3, 4)  # the last one has what lies behind it in the way
    assert len(broken) == 2


def test_a_header_over_the_cap_is_left_and_the_next_record_read():
    long = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"a" * 10_000_000 + b"\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    for data, packed in ((long + PLAIN, False), (gzip.compress(long) + PACKED, True)):
        whole, broken = walk(data, packed)
        assert whole == addresses(1, 2, 3, 4, 5)
        assert [each.reason for each in broken] == ["record 1 at byte 0 has a header longer than the cap of 64 KB"]


def test_a_trap_is_left_and_the_next_record_read():
    long = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {150_000_000}\r\n\r\n".encode() + bytes(150_000_000)
    whole, broken = walk(gzip.compress(long, 9) + PACKED)
    assert whole == addresses(1, 2, 3, 4, 5)
    assert "taken for a trap" in broken[0].reason


def test_a_text_about_archives_is_no_record():
    body = b"<p>Such a file begins so:</p>\n<pre>WARC/1.0\nWARC-Type: warcinfo\n</pre>\n" * 50
    data = Crawl(gzip=False).answer("https://gazette.example/archives", body).page(2).data
    assert walk(data, packed=False) == (["https://gazette.example/archives", *addresses(2)], [])


@pytest.mark.parametrize(("data", "packed"), [(PACKED, True), (ONE_MEMBER, True), (PLAIN, False)])
def test_reading_goes_on_from_any_place(data, packed):
    def records(start=(), passing=False):
        stream = io.BytesIO(data)
        offset = start[1] if start else 0
        after = passing and packed and not start[2]
        stretches = Members(stream, offset, WARC.starts, after) if packed else Whole(stream, offset)
        return Records(stretches, WARC, start, passing and not after)

    walked = records()
    places = [(walked.at, event.header.address) for event in walked if event is not None]
    for number, (at, _) in enumerate(places[:-1]):
        rest = [event.header.address for event in records(at) if event is not None]
        assert rest == [address for _, address in places[number + 1 :]]
        rest = [event.header.address for event in records(at, passing=True) if event is not None]
        assert rest == [address for _, address in places[number + 2 :]]


def test_many_broken_members_in_a_row_take_no_longer_than_many_whole_ones():
    chance = random.Random(3)
    data = bytearray(b"".join(gzip.compress(chance.randbytes(700)) for _ in range(2_000)) + PACKED)
    whole, broken = walk(bytes(data))
    assert whole == addresses(1, 2, 3, 4, 5)
    assert len(broken) <= 2
