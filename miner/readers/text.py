"""Plain text and Markdown: paragraphs between blank lines, `#` headings, no pages."""

from __future__ import annotations
