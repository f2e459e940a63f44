"""The look of the one page: paper, margins, type, spaces and colours, read from a file that anybody can copy.

Lengths of paper and margins are millimetres; type is in points; spaces in the text are parts of the type size (em).
"""

from __future__ import annotations

from collections.abc import Mapping  # pydantic reads it at run time
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from sphinx_bilateral import resources
from sphinx_bilateral.model.document import Frozen
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located_yaml import read_yaml

POINTS_PER_MM = 72 / 25.4

LEAST_WIDTH = 30  # mm

LEAST_CONTRAST = 4.5
"""Of text on its ground: WCAG 2.2, success criterion 1.4.3, level AA."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Shape = Literal["disc", "half", "ring", "cross", "bar"]
Em = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=6, le=72, allow_inf_nan=False)]
Millimetres = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


class Paper(Frozen):
    """A sheet of paper, in millimetres."""

    width: Millimetres = Field(ge=50)
    height: Millimetres = Field(ge=50)


class Margins(Frozen):
    """The white around the page, in millimetres."""

    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


class PrintArea(NamedTuple):
    """Where print may stand: its left, top, right and bottom edge in points from the upper left corner of the paper."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in points."""
        return self.bottom - self.top


class Type(Frozen):
    """The sizes of the text: *preferred* is tried first, then each *step* smaller down to *minimum*.

    :param leading: the distance of two lines, in parts of their type size.
    :param citation: the size of a source number, in parts of the text that it stands in.
    """

    preferred: Points
    minimum: Points
    step: float = Field(ge=0.05, le=5)
    leading: float = Field(ge=1, le=2)
    citation: float = Field(ge=0.7, le=1)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.minimum > self.preferred:
            raise ValueError(f"minimum ({self.minimum:g}) is larger than preferred ({self.preferred:g})")
        return self

    def sizes(self) -> tuple[float, ...]:
        """Return the sizes to try, in points, the largest first and the minimum last."""
        count = int((self.preferred - self.minimum) / self.step + 1e-9)
        sizes = [self.preferred - index * self.step for index in range(count + 1)]
        return tuple(dict.fromkeys((*sizes, self.minimum)))


class Part(Frozen):
    """The size of one part of the page: a share of the type size, and the points below which it never goes."""

    scale: float = Field(ge=0, le=5)
    floor: float = Field(ge=6, le=72)

    def points(self, size: float) -> float:
        """Return the size of this part where the text has *size* points."""
        return max(self.scale * size, self.floor)


class Spacing(Frozen):
    """Spaces in parts of the type size.

    :param closest: what part of all these is left where the page does not fit at the smallest type size.
    """

    section: Em
    stretch: Em
    paragraph: Em
    heading: Em
    row: Em
    gutter: Em
    columns: Em
    box: Em
    closest: float = Field(gt=0, le=1)

    def closer(self) -> Spacing:
        """Return the spaces at their closest; those between columns stay, or words would run together.

        The stretch stays, too: what room is left after all goes between the sections.
        """
        kept = {"gutter", "columns", "closest", "stretch"}
        return Spacing(**{name: value if name in kept else value * self.closest for name, value in self})


class Colours(Frozen):
    """Colours as ``#rrggbb``; each colour of text can be read on white and on the tint."""

    ink: Colour
    quiet: Colour
    accent: Colour
    link: Colour
    fault: Colour
    marking: Colour
    rule: Colour
    tint: Colour


class ToneLook(Frozen):
    """How a status looks: its shape tells as much as its colour."""

    colour: Colour
    shape: Shape


class Parts(Frozen):
    """The parts of the page whose type has a size of its own."""

    title: Part
    subtitle: Part
    heading: Part
    label: Part
    control: Part
    sources: Part
    marking: Part
    foot: Part


class Tones(Frozen):
    """How each tone of a status looks."""

    done: ToneLook
    underway: ToneLook
    open: ToneLook
    stopped: ToneLook
    neutral: ToneLook


class Words(Frozen):
    """The words that the page has of its own."""

    page: str


class Layout(Frozen):
    """The whole look of the page. Every key is required, so that a file says all that there is to say.

    :param boxed: kinds of section in a tinted box.
    :param quoted: kinds of table whose first column holds quotations.
    :param weights: by name of a column, how much more room than by its text it gets where the table is too wide.
    """

    paper: str
    papers: Mapping[str, Paper]
    margins: Margins
    type: Type
    parts: Parts
    spacing: Spacing
    colours: Colours
    tones: Tones
    boxed: tuple[str, ...]
    quoted: tuple[str, ...]
    weights: Mapping[str, Annotated[float, Field(gt=0, le=10)]]
    words: Words

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.paper not in self.papers:
            raise ValueError(f"paper must be one of {', '.join(self.papers)}, not {self.paper!r}")
        if min(self.print_area.width, self.print_area.height) < LEAST_WIDTH * POINTS_PER_MM:
            raise ValueError(f"the margins leave less than {LEAST_WIDTH} mm of the paper")
        texts = {name: colour for name, colour in self.colours if name not in {"rule", "tint"}}
        for name, colour in {**texts, **{name: look.colour for name, look in self.tones}}.items():
            for ground in ("#ffffff", self.colours.tint):
                if (ratio := contrast(colour, ground)) < LEAST_CONTRAST:
                    raise ValueError(f"{name} {colour} has a contrast of {ratio:.1f} on {ground}; 4.5 is the least")
        return self

    @property
    def paper_size(self) -> tuple[float, float]:
        """The width and the height of the paper in points."""
        paper = self.papers[self.paper]
        return paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM

    @property
    def print_area(self) -> PrintArea:
        """The paper without its margins."""
        width, height = self.paper_size
        left, top, right, bottom = (
            getattr(self.margins, side) * POINTS_PER_MM for side in ("left", "top", "right", "bottom")
        )
        return PrintArea(left, top, width - right, height - bottom)

    def closer(self) -> Layout:
        """Return this layout at the smallest type size with its spaces at their closest."""
        sizes = self.type.model_copy(update={"preferred": self.type.minimum})
        return self.model_copy(update={"spacing": self.spacing.closer(), "type": sizes})

    def adapted(
        self, *, paper: str | None = None, preferred: float | None = None, minimum: float | None = None
    ) -> Layout:
        """Return this layout with what one page asks for itself.

        A minimum above the preferred size moves the preferred size up, and the other way round; the size that was
        asked for by name wins.

        :raises ValueError: for a paper that this layout does not have, or a size out of bounds.
        """
        top = preferred or max(self.type.preferred, minimum or 0)
        least = minimum or min(self.type.minimum, top)
        sizes = {**self.type.model_dump(), "preferred": top, "minimum": least}
        return Layout.model_validate({**self.model_dump(), "paper": paper or self.paper, "type": sizes})


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def read_layout(file: Path | None = None) -> tuple[Layout | None, tuple[Problem, ...]]:
    """Read a layout.

    :param file: by default the packaged one.
    :returns: the layout, or ``None`` where it is not valid; and what is wrong, with line and column.
    """
    file = file or resources.path("layouts/one-page.yaml")
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, (Problem(kind="config", message=f"the layout cannot be read: {error}", file=str(file)),)
    layout, problems = read_yaml(text, Layout, str(file), kind="config")
    return (None if problems else layout), problems
