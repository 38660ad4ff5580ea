"""The heads, in the order of their columns in the joint projection. A new task is a new file and a line here."""

from .acts import Acts
from .bundles import Bundles
from .head import NO_GOLD, Head
from .lemmatiser import Lemmatiser
from .namer import Namer
from .parser import Parser
from .roles import Roles
from .statuses import Statuses
from .tags import Tags

HEADS: tuple[type[Head], ...] = (Tags, Bundles, Lemmatiser, Namer, Parser, Acts, Statuses, Roles)

__all__ = ["HEADS", "NO_GOLD", "Head"]
