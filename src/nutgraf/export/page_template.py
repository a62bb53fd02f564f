"""The templates of web pages: every word is escaped and made printable on its way in, but what is our own markup."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from nutgraf.export.printable import printable


def template_file(name: str) -> str:
    """Return a file of the templates' folder: a template, or a style sheet of our own."""
    return files("nutgraf.export").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def page_template(name: str) -> Template:
    """Return a template of the folder; a name that it asks for and is not given is an error."""
    environment = Environment(
        loader=FunctionLoader(template_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value if isinstance(value, Markup) or not isinstance(value, str) else printable(value),
    )
    return environment.get_template(name)
