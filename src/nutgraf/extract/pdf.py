"""PDF"""
from nutgraf.extract.limits import Limits
from nutgraf.extract.unwrapped import Unwrapped
from nutgraf.records.page import Page


def unwrap_pdf(page: Page, limits: Limits) -> Unwrapped:
    """x"""
    return Unwrapped("")
