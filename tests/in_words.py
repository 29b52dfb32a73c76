"""What a piece of HTML says to somebody who reads it aloud."""

import re
from html import unescape

TAGS = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)


def words(html: str) -> str:
    """Its words, without tags and styles."""
    return " ".join(unescape(TAGS.sub(" ", html)).split())
