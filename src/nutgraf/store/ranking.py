"""Which record stands for a version, and which for an article."""

from __future__ import annotations


def ranked(where: str = "") -> str:
    """Return the SQL of all versions with two ranks: `chosen` within the version, `current` within the article.

    Rank 1 stands for the others. A page's age is the number of later readings that found other bytes at the same
    address in the same file (a file's own address names it, however its path was typed): a file holds one content at a
    time, so there the order of readings is a fact. Two files with one web address are both of age 0, since nothing
    tells which of them is newer, unless both tell when they were captured; then the published time decides, then the
    hashes. So the ranks are a function of the
    pages, never of the order in which they came.

    `where` narrows it before ranking (SQLite does not push a condition through two windows: 13 ms an article instead
    of 0.1 ms among 500), so it may only speak of `article`.
    """
    return f"""(
SELECT *,
  row_number() OVER (PARTITION BY article, version ORDER BY age, captured DESC, published DESC, page) AS chosen,
  row_number() OVER (PARTITION BY article ORDER BY age, captured DESC, published DESC, version, page) AS current
FROM (
  SELECT v.*, (
    SELECT count(DISTINCT later.reading) FROM pages AS one JOIN pages AS later
    ON later.address = one.address AND later.reading > one.reading
    AND (later.path IS one.path OR one.address LIKE 'file:%')
    WHERE one.id = v.page
  ) AS age, (SELECT coalesce(captured, '') FROM pages WHERE id = v.page) AS captured
  FROM versions AS v {where}
)) AS ranked"""
