"""What goes wrong for a user, each as one sentence that says what to do."""

from __future__ import annotations


class UserError(Exception):
    """An error that the user can mend; its text is one clear sentence and is shown without a traceback."""


class ReadError(UserError):
    """A file that could not be read, with the reason as a word (`reason`) for counts and as a sentence for people."""

    def __init__(self, reason: str, name: str, detail: str = "") -> None:
        self.reason = reason
        self.name = name
        self.detail = detail
        super().__init__(READ_ERRORS[reason].format(name=name, detail=detail))

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        """So that it comes whole out of another process."""
        return type(self), (self.reason, self.name, self.detail)


READ_ERRORS = {
    "missing": "{name}: there is no such file; check the path.",
    "not a file": "{name} is not a readable file; give a PDF, a JATS XML, an HTML page, a Markdown or a text file.",
    "closed folder": "{name} is a folder that may not be read; change its permissions, or name other folders.",
    "empty": "{name} is empty; download it again.",
    "encrypted": "{name} is encrypted; give its password with --password, or save a copy without one.",
    "damaged": "{name} is a damaged PDF and no page of it can be read; download it again.",
    "not a PDF": "{name} is called a PDF but is not one ({detail}); download it again or give it its right ending.",
    "no text layer": "{name} has no usable text layer (a scan?); {detail}.",
    "too large": "{name} is too large to be read within the limits ({detail}).",
    "unknown format": "{name} is no PDF, JATS XML, HTML article, Markdown or plain text; convert it to one of these.",
}
