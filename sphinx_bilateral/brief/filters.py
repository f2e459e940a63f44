"""Filters: ``status in ("signed", "in_force") and "trade" in sectors``.

A small part of Python's expressions, read once into a tree of known nodes and turned into closures. Nothing is
evaluated by Python itself: names are fields, and there are no calls, attributes or subscripts.
"""

from __future__ import annotations

import ast
import difflib
import operator
from collections.abc import Callable, Mapping
from itertools import starmap
from typing import Any, Literal, NamedTuple

from sphinx_bilateral.model.dates import bounds

Predicate = Callable[[Any], bool]
"""Takes a fact, or what has its fields."""
_Getter = Callable[[Any], Any]

_LONGEST = 2000


class FieldKind(NamedTuple):
    """What values a field can have, as far as a filter can be held to it.

    :param words: all values of a closed vocabulary; none where any text may stand.
    """

    form: Literal["text", "date", "number", "flag", "list", "any"]
    words: tuple[str, ...] = ()


_TYPES: Mapping[str, tuple[type, ...]] = {"text": (str,), "number": (int, float), "flag": (bool,)}
_ASKED_FOR: Mapping[str, str] = {
    "text": "a text in quotation marks",
    "number": "a number",
    "flag": "True or False",
}

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


def read_filter(text: str, fields: Mapping[str, FieldKind]) -> Predicate:
    """Return the predicate that *text* describes.

    Comparisons with an absent value are false, but for ``== None``. Dates compare by the days that they can mean:
    ``date >= "2024-07"`` holds for all that is not surely before July 2024, ``date == "2024"`` for all that is surely
    in that year. A value that a field can never have is a fault: the list would say that nothing is reported.

    :param fields: the names that may be used, with what they can be.
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
    def __init__(self, fields: Mapping[str, FieldKind]) -> None:
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
        dated = "date" in {self._kind(side).form for side in (left, right)}
        if dated:
            self._check_dates(op, left, right)
        match op:
            case ast.In() | ast.NotIn():
                self._check_items(left, right)
                wanted, contains = isinstance(op, ast.In), _contains_day if dated else _contains
                return lambda fact: contains(other(fact), one(fact)) is wanted
            case ast.Eq() | ast.NotEq():
                self._check_values(left, right)
                wanted, same = isinstance(op, ast.Eq), _within if dated else _same
                # The text of the filter is the wider one: "2024" holds for a day of that year.
                given, asked = (other, one) if isinstance(left, ast.Constant) else (one, other)
                return lambda fact: same(given(fact), asked(fact)) is wanted
        if (compare := _ORDER.get(type(op))) is None:
            raise FilterError("may compare with ==, !=, <, <=, >, >=, in, not in", left)
        self._check_values(left, right)
        order = _by_days(type(op)) if dated else compare
        return lambda fact: _ordered(order, one(fact), other(fact))

    def _kind(self, node: ast.expr) -> FieldKind:
        return self.fields.get(node.id, FieldKind("any")) if isinstance(node, ast.Name) else FieldKind("any")

    def _check_dates(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> None:
        listed = _items(right) if isinstance(op, ast.In | ast.NotIn) else [right]
        texts = str if type(op) in _ORDER else str | None
        for side in (left, *listed):
            if isinstance(side, ast.Name):
                continue
            if not isinstance(side, ast.Constant) or not isinstance(side.value, texts):
                raise FilterError("compares a date with a text in quotation marks, such as '2026-03'", side)
            try:
                bounds(str(side.value or ""))
            except ValueError as error:
                if side.value is not None:
                    raise FilterError(str(error), side) from None

    def _check_items(self, item: ast.expr, container: ast.expr) -> None:
        """Refuse a value that can be no item of *container*, a list of values or a field."""
        for one in _items(container) if isinstance(container, ast.Tuple | ast.List | ast.Set) else ():
            self._check_value(item, one)
        kind = self._kind(container)
        if isinstance(item, ast.Constant) and (kind.form in {"number", "flag"} or not isinstance(item.value, str)):
            raise FilterError("looks with in for a text, in a list or in a text", item)
        if kind.form == "list":
            self._check_word(kind, item)

    def _check_values(self, left: ast.expr, right: ast.expr) -> None:
        self._check_value(left, right)
        self._check_value(right, left)

    def _check_value(self, field: ast.expr, value: ast.expr) -> None:
        """Refuse *value* where *field* is a field that can never have it."""
        if not isinstance(field, ast.Name) or not isinstance(value, ast.Constant) or value.value is None:
            return
        kind = self._kind(field)
        if kind.form == "list":
            raise FilterError(f"{field.id} is a list: write {value.value!r} in {field.id}", value)
        if (types := _TYPES.get(kind.form)) and type(value.value) not in types:
            raise FilterError(f"compares {field.id} with {_ASKED_FOR[kind.form]}, not {value.value!r}", value)
        self._check_word(kind, value)

    def _check_word(self, kind: FieldKind, value: ast.expr) -> None:
        if not kind.words or not isinstance(value, ast.Constant) or value.value in kind.words:
            return
        near = difflib.get_close_matches(str(value.value).lower().replace("-", "_"), kind.words, n=1)
        hint = f"; nearest is {near[0]!r}" if near else ""
        raise FilterError(f"{value.value!r} is none of {', '.join(kind.words)}{hint}", value)

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


def _items(node: ast.expr) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple | ast.List | ast.Set) else [node]


def _within(given: Any, asked: Any) -> bool:
    """Tell whether a date surely lies within the days of another."""
    if given is None or asked is None:
        return given is asked
    try:
        (first, last), (start, end) = bounds(given), bounds(asked)
    except (TypeError, ValueError):  # a field that holds no date
        return False
    return start <= first and last <= end


def _contains_day(container: Any, item: Any) -> bool:
    return any(_within(item, one) for one in (container if isinstance(container, tuple) else (container,)))


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
