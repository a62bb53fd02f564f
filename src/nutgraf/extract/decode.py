"""A page to the text that every page offset points into, so that anybody can verify an offset from the bytes."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.extract.charsets import Decoded, decode_bytes
from nutgraf.extract.feed import unwrap_feed
from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.listing import unwrap_listing
from nutgraf.extract.mail import unwrap_mail
from nutgraf.extract.mhtml import unwrap_mhtml
from nutgraf.extract.pdf import unwrap_pdf
from nutgraf.extract.record import unwrap_record
from nutgraf.extract.ties import whole
from nutgraf.extract.unwrapped import Sheet, Unwrapped
from nutgraf.records.page import Media, Page

Unwrap = Callable[[Page, str, Limits], Unwrapped]

_OF_TEXT: dict[Media, Unwrap] = {
    Media.FEED: unwrap_feed,
    Media.LISTING: unwrap_listing,
    Media.RECORD: unwrap_record,
}
"""What is text in a charset, with texts inside."""
_OF_BYTES: dict[Media, Callable[[Page, Limits], Unwrapped]] = {
    Media.MHTML: unwrap_mhtml,
    Media.MAIL: unwrap_mail,
    Media.PDF: unwrap_pdf,
}
"""What is bytes in a form of its own, with text inside."""


def decode_page(page: Page) -> Decoded:
    """Return the text of a page, into which every page offset in nutgraf points.

    It is the bytes in their charset, without control characters; of a saved page or e-mail, its main lines of header
    and the part that is read, unpacked; of a PDF, its lines in reading order.
    """
    unwrapped = unwrap_page(page)
    return Decoded(unwrapped.text, tuple(unwrapped.notes), tuple(unwrapped.damage))


def unwrap_page(page: Page, limits: Limits = DEFAULT) -> Unwrapped:
    """Return a page out of its wrapping."""
    if page.media in _OF_BYTES:
        return _OF_BYTES[page.media](page, limits)
    decoded = decode_bytes(page.content, page.media, page.charset)
    if page.media in _OF_TEXT:
        unwrapped = _OF_TEXT[page.media](page, decoded.text, limits)
    else:
        unwrapped = Unwrapped(decoded.text, [Sheet(whole(decoded.text), page.media)])
    unwrapped.notes[:0] = decoded.notes
    unwrapped.damage[:0] = decoded.damage
    return unwrapped
