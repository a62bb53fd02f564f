"""Which fields of a row hold what: the names that are tried, in order."""

from __future__ import annotations

from dataclasses import dataclass

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """For each thing that an article tells, the names of the fields that may hold it; a dot leads into an object."""

    address: Names = (
        "url", "link", "canonical_url", "canonicalUrl", "canonical", "web_url", "webUrl", "article_url", "page_url",
        "source_url", "address", "uri", "permalink", "href", "loc", "guid", "id", "source",
    )  # fmt: skip
    html: Names = ("html", "raw_html", "html_content", "page_html", "content_html", "body_html", "article_html")
    text: Names = (
        "maintext", "text", "body", "article_text", "full_text", "fulltext", "article_body", "articleBody",
        "content_text", "plain_text", "content.rendered", "content", "fields.bodyText", "article", "story", "raw_text",
        "document",
    )  # fmt: skip
    title: Names = ("title", "headline", "title.rendered", "article_title", "name", "heading")
    byline: Names = ("author", "authors", "byline", "creator", "dc:creator", "writer", "by")
    published: Names = (
        "date_published", "datePublished", "published_at", "publishedAt", "published", "publish_date", "published_date",
        "date_publish", "publication_date", "pub_date", "pubDate", "pubdate", "date", "created_at", "timestamp", "time",
    )  # fmt: skip
    modified: Names = (
        "date_modified", "dateModified", "modified_at", "modified", "updated_at", "updatedAt", "updated", "date_modify",
        "last_modified", "modified_date",
    )  # fmt: skip
    outlet: Names = (
        "outlet", "publisher", "site_name", "sitename", "source_name", "publication", "newspaper", "media_name",
        "source", "source-hostname", "source_domain", "hostname", "domain",
    )  # fmt: skip
    section: Names = ("section", "category", "categories", "articleSection", "topic", "news_desk", "desk")
    language: Names = ("language", "lang", "inLanguage", "language_code")


USUAL = Fields()
"""The names that the usual exports, data sets and news services use."""
