"""A small file written anew in one step: whoever reads it meets the old text or the new one, never half of one."""

import os


def replace_text(path: str, text: str) -> None:
    """Puts a file with `text` in the place of the one at `path`, or of none; only its owner may read it.

    OSError if that cannot be, and then nothing was changed. Not for what may not be lost when the power fails: to
    wait for the disk takes longer than all else that a silent run does.
    """
    unfinished = f"{path}.{os.urandom(4).hex()}.unfinished"
    descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  # pathlib takes 4 ms to load
            file.write(text.encode(errors="surrogateescape"))
        os.replace(unfinished, path)  # noqa: PTH105  # likewise
    except OSError:
        os.unlink(unfinished)  # noqa: PTH108  # likewise
        raise
