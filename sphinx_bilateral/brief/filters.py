"""Filters: ``status in ("signed", "in_force") and "trade" in sectors``.

A small part of Python's expressions, read once into a tree of known nodes and turned into closures. Nothing is
evaluated by Python itself: names are fields, and there are no calls, attributes or subscripts.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from itertools import starmap
from typing import Any

from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Fact

Predicate = Callable[[Fact], bool]
_Getter = Callable[[Fact], Any]

_LONGEST = 2000
_DATES = frozenset({"date", "due"})

_ORDER: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class FilterError(ValueError):
    """A filter that cannot be used, with the column of the fault.

    :ivar column: from 1, in the text of the filter.
    """

    def __init__(self, message: str, node: ast.AST | None = None) -> None:
        super().__init__(message)
        self.column = getattr(node, "col_offset", 0) + 1


def read_filter(text: str, fields: frozenset[str]) -> Predicate:
    """Return the predicate that *text* describes.

    Comparisons with an absent value are false, but for ``== None``. Dates compare by the days that they can mean:
    ``date >= "2024-07"`` holds for all that is not surely before July 2024.

    :param fields: the names that may be used.
    :raises FilterError: with what is allowed.
    """
    if len(text) > _LONGEST:
        raise FilterError(f"is longer than {_LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval")
        return _Reader(fields).predicate(tree.body)
    except SyntaxError as error:
        failure = FilterError(f"is no expression: {error.msg}")
        failure.column = error.offset or 1
        raise failure from None
    except (ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, FilterError):
            raise
        raise FilterError("is no expression") from None


class _Reader:
    def __init__(self, fields: frozenset[str]) -> None:
        self.fields = fields

    def predicate(self, node: ast.expr) -> Predicate:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                parts = [self.predicate(value) for value in values]
                return lambda fact: all(part(fact) for part in parts)
            case ast.BoolOp(values=values):
                parts = [self.predicate(value) for value in values]
                return lambda fact: any(part(fact) for part in parts)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                part = self.predicate(operand)
                return lambda fact: not part(fact)
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                return self._comparisons(left, ops, comparators)
            case ast.Name():
                value = self._value(node)
                return lambda fact: bool(value(fact))
        raise FilterError("may hold fields, values, comparisons, in, and, or, not", node)

    def _comparisons(self, left: ast.expr, ops: list[ast.cmpop], others: list[ast.expr]) -> Predicate:
        sides = [left, *others]
        tests = list(starmap(self._comparison, zip(sides[:-1], ops, sides[1:], strict=True)))
        return lambda fact: all(test(fact) for test in tests)

    def _comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Predicate:
        one, other = self._value(left), self._value(right)
        match op:
            case ast.Eq():
                return lambda fact: _same(one(fact), other(fact))
            case ast.NotEq():
                return lambda fact: not _same(one(fact), other(fact))
            case ast.In():
                return lambda fact: _contains(other(fact), one(fact))
            case ast.NotIn():
                return lambda fact: not _contains(other(fact), one(fact))
        if (compare := _ORDER.get(type(op))) is None:
            raise FilterError("may compare with ==, !=, <, <=, >, >=, in, not in", left)
        dated = any(isinstance(side, ast.Name) and side.id in _DATES for side in (left, right))
        if dated:
            self._check_dates(left, right)
        order = _by_days(type(op)) if dated else compare
        return lambda fact: _ordered(order, one(fact), other(fact))

    def _check_dates(self, *sides: ast.expr) -> None:
        for side in sides:
            if not isinstance(side, ast.Name | ast.Constant) or not isinstance(getattr(side, "value", ""), str):
                raise FilterError("compares a date with a text in quotation marks, such as '2026-03'", side)
            if isinstance(side, ast.Constant):
                try:
                    bounds(str(side.value))
                except ValueError as error:
                    raise FilterError(str(error), side) from None

    def _value(self, node: ast.expr) -> _Getter:
        match node:
            case ast.Name(id=name):
                if name not in self.fields:
                    raise FilterError(f"knows no field {name!r}; the fields are {', '.join(sorted(self.fields))}", node)
                return lambda fact: getattr(fact, name)
            case ast.Constant(value=value) if value is None or isinstance(value, (str, int, float, bool)):
                return lambda _fact: value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return lambda _fact: -value
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                values = [self._value(item) for item in items]
                return lambda fact: tuple(value(fact) for value in values)
        raise FilterError("may hold names of fields, texts, numbers and lists of them", node)


def _same(one: Any, other: Any) -> bool:
    return bool(one == other or (one in (None, ()) and other in (None, ())))


def _contains(container: Any, item: Any) -> bool:
    if isinstance(container, str):
        return isinstance(item, str) and item in container
    return isinstance(container, tuple) and item in container


def _ordered(order: Callable[[Any, Any], bool], one: Any, other: Any) -> bool:
    try:
        return one is not None and other is not None and order(one, other)
    except (TypeError, ValueError):
        return False


def _by_days(op: type[ast.cmpop]) -> Callable[[str, str], bool]:
    """Return the comparison of two dates of any precision: strict ones must be sure, the others possible."""
    if op is ast.Lt:
        return lambda one, other: bounds(one)[1] < bounds(other)[0]
    if op is ast.Gt:
        return lambda one, other: bounds(one)[0] > bounds(other)[1]
    if op is ast.LtE:
        return lambda one, other: bounds(one)[0] <= bounds(other)[1]
    return lambda one, other: bounds(one)[1] >= bounds(other)[0]
