"""Small changes of meaning in a module: the operators of cosmic-ray, chosen so that few mutants mean the same.

Of its 200 operators only those count that change a judgement in the way a slip of a programmer does: one replacement of
each operator, numbers by one, conditions the other way round.  Its others are mostly killed by any test at all
(`<` made `is not`), or change nothing (`==` made `is`), and would only flatter or spoil the rate.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from judging import JUDGING

ROOT = Path(__file__).resolve().parents[2]
_BINARY = (
    "Add_Sub",
    "Sub_Add",
    "Mul_Div",
    "Div_Mul",
    "FloorDiv_Mul",
    "Mod_Add",
    "Pow_Mul",
    "BitOr_BitAnd",
    "BitAnd_BitOr",
)
_COMPARISON = ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is")
_OPERATORS = (
    *(f"core/ReplaceBinaryOperator_{name}" for name in _BINARY),
    *(f"core/ReplaceComparisonOperator_{name}" for name in _COMPARISON),
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/AddNot",
    "core/NumberReplacer",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceTrueWithFalse",
    "core/ZeroIterationForLoop",
)


_LENIENT = "core/ReplaceTrueWithFalse"


class Names:
    """An operator in the manner of cosmic-ray's: severities, certainties, and functions that are easily mistaken."""

    OTHER: ClassVar = {
        "ERROR": "WARNING",
        "WARNING": "INFO",
        "INFO": "WARNING",
        "SURE": "PROBABLE",
        "PROBABLE": "DOUBTFUL",
        "DOUBTFUL": "PROBABLE",
        "all": "any",
        "any": "all",
        "max": "min",
        "min": "max",
    }

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        if node.type != "name" or node.value not in self.OTHER or node.is_definition():
            return
        named = node.get_root_node().get_used_names()
        at_hand = node.value.islower() or node.get_previous_leaf() == "." or self.OTHER[node.value] in named
        if at_hand and not node.search_ancestor("import_from", "import_name"):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, _index: int) -> Any:
        return type(node)(self.OTHER[node.value], node.start_pos, node.prefix)


class Place(NamedTuple):
    """Where an operator applies."""

    path: Path
    operator: str
    """'' is `Names`."""
    occurrence: int
    line: int

    def mutant(self) -> str:
        """The text of the module with this one change."""
        mutated = mutate_code(text_of(self.path), _made(self.operator), self.occurrence)
        return str(mutated)

    def changed(self) -> tuple[str, str]:
        """The lines that differ, as they are and as they become, without their margins."""
        old, new = (text.splitlines() for text in (text_of(self.path), self.mutant()))
        differing = [line for line in difflib.ndiff(old, new) if line[:2] in ("- ", "+ ")]
        sides = [[line[2:].strip() for line in differing if line[0] == sign] for sign in "-+"]
        return " ".join(sides[0]), " ".join(sides[1])

    @property
    def row(self) -> dict[str, str]:
        """What it is known by when the lines have moved."""
        return {"file": self.file, "operator": self.operator}

    @property
    def file(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    """The text of a module as it was when first asked for, whatever is written into the file during a survey."""
    return path.read_text(encoding="utf-8")


def _made(operator: str) -> Any:
    return get_operator(operator)() if operator else Names()


def modules(globs: tuple[str, ...] = JUDGING, root: Path = ROOT) -> list[Path]:
    """The files of these modules, in order."""
    return sorted({path for pattern in globs for path in root.glob(pattern)})


def places(globs: tuple[str, ...] = JUDGING, root: Path = ROOT) -> Iterator[Place]:
    """Every place of these modules where a mutant can be made, in order."""
    for path in modules(globs, root):
        text = text_of(path)
        meaning, lines = _meaning(text), text.splitlines()
        nodes = list(ast_nodes(get_ast(text)))
        for operator in ("", *_OPERATORS):
            starts = ((node, line) for node in nodes for (line, _), _ in _made(operator).mutation_positions(node))
            for occurrence, (node, line) in enumerate(starts):
                place = Place(path, operator, occurrence, line)
                if node.parent is not None and node.parent.type == "parameters":
                    continue  # a `*` behind which arguments have names, which multiplies nothing
                if lines[line - 1].startswith("@lru_cache"):
                    continue  # how much is remembered changes no judgement
                if operator == _LENIENT and "strict=True" in lines[line - 1]:
                    continue  # sequences of one length, which is only made sure of
                if "BitOr" not in operator or _meaning(place.mutant()) != meaning:
                    yield place


@cache
def _meaning(text: str) -> str:
    """A module without its annotations, which are not evaluated: `int | None` cannot be wrong when it runs."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)
