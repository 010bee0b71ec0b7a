"""The local AWS: MiniStack, what our template must change for it, and what it must be taught afterwards."""

from pathlib import Path


def launcher_path() -> Path:
    """The script that MiniStack's own Python runs; nothing else of ours is importable there."""
    return Path(__file__).with_name("launcher.py")
