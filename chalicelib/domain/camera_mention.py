"""One stretch of a message that speaks of cameras."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["named", "one", "rest", "numbered", "total", "spot", "none"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a message that speaks of cameras, as places among its words.

    `count` is 0 where several are meant and nobody says how many. `kind`: `named` by a noun; `one` of those named or
    one more (`2 in back`); the `rest`; `numbered` (`camera 2`: `number` is which); a `total` that stands for all (`we
    have 4`); a `spot` of a list (`back door`); or `none`, what nobody has. `again`: it speaks of what was named
    before; `joined`: it goes on with an `and` or the like; `weak`: a bare brand or shape, which may only tell whose
    they are; `late`: it is counted but was nearly forgotten (`counting the doorbell`); `had`: a word of having stands
    before it; `listed`: a part of a list, its number behind it (`alley 1`).
    """

    start: int
    end: int
    count: int
    kind: Kind = "named"
    bell: bool = False
    again: bool = False
    joined: bool = False
    weak: bool = False
    late: bool = False
    had: bool = False
    listed: bool = False
    number: int = 0
