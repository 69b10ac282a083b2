"""Where Redis is, with the password that lies in a file: the environment of a process shows none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit


def password_of(path: Path) -> str:
    """The password that a file holds, without what is blank around it. Raises ValueError naming the file."""
    try:
        found = path.read_text().strip()
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not found:
        raise ValueError(f"{path} is empty")
    return found


def address(url: str, password_file: Path | None) -> str:
    """The URL to connect to. Raises ValueError when URL and file both name a password, or the file none."""
    if password_file is None:
        return url
    if "@" in urlsplit(url).netloc:
        raise ValueError("a password is given in the URL and in a file: give it once")
    scheme, _, rest = url.partition("://")
    return f"{scheme}://:{quote(password_of(password_file), safe='')}@{rest}"


def readable_password_file(path: Path | None) -> Path | None:
    """The file, for settings to take it: raises what password_of raises, at the start and not at the first use."""
    if path is not None:
        password_of(path)
    return path
