"""Where Redis is, with the password that lies in a file: the environment of a process shows none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit


def read_password(path: Path) -> str:
    """Read the password that a file holds, without what is blank around it. Raise ValueError naming the file."""
    try:
        found = path.read_text().strip()
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not found:
        raise ValueError(f"{path} is empty")
    return found


def redis_address(url: str, password_file: Path | None) -> str:
    """The URL to connect to. Raise ValueError when URL and file both name a password, or the file none."""
    if password_file is None:
        return url
    if "@" in urlsplit(url).netloc:
        raise ValueError("a password is given in the URL and in a file: give it once")
    scheme, _, rest = url.partition("://")
    return f"{scheme}://:{quote(read_password(password_file), safe='')}@{rest}"


def check_password_file(path: Path | None) -> Path | None:
    """Raise what read_password raises, else return the file: for settings, at the start and not at the first use."""
    if path is not None:
        read_password(path)
    return path
