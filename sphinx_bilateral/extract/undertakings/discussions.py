"""Discussions: what was talked about, reviewed, stressed. They exist so that they do not become commitments."""

from __future__ import annotations

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, clause_start, verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.units import Sentence

_NEEDS_PREPOSITION = {
    "focus": {"on"},
    "touch": {"on", "upon"},
    "consult": {"on", "with"},
    "dwell": {"on", "upon"},
    "center": {"on"},
    "centre": {"on"},
    "revolve": {"around"},
}

_ALONE = {"consider", "explore", "examine", "assess", "weigh", "mull"}  # what one side can do without the other


def read_discussions(reading: Reading) -> None:
    """Put down the discussions of the body, one for each verb."""
    for sentence in reading.body("talktopic", "discuss", "commit"):
        done = -1
        for index in sentence.places("talktopic", "discuss", "commit"):
            unit = sentence.units[index]
            if unit.has("talktopic") and index > done:
                done = max(done, _pending(reading, sentence, index))
            if index <= done or not unit.has("verb"):
                continue
            if (
                unit.low in {"reaffirmed", "reiterated", "reaffirming", "reaffirms", "reiterates"}
                and _importance(sentence, index)
            ) or (unit.has("discuss") and unit.cls == "V"):
                group = verb_group(sentence, index)
            else:
                continue
            if group is not None and not group.negated:
                done = max(done, _read(reading, sentence, group))


def _pending(reading: Reading, sentence: Sentence, at: int) -> int:
    """Read "continued their consultations on X" and "X will be on the agenda", "will be items for discussion"."""
    word = sentence.low(at)
    verb = at - 1
    while verb >= 0 and sentence.classes[verb] in "elSvL" and at - verb < 6:
        verb -= 1
    if (
        verb >= 0
        and sentence.classes[verb] == "V"
        and sentence.units[verb].tags.get("verb") in {"continue", "advance", "pursue"}
    ):
        group = verb_group(sentence, verb)
        about = next(
            (
                n
                for n in range(at + 1, min(at + 6, len(sentence.units)))
                if sentence.low(n) in {"on", "about", "regarding", "concerning"}
            ),
            None,
        )
        actor = subject_of(reading, sentence, group) if group is not None else None
        if group is None or about is None or actor is None or group.mood != "finite" or group.negated:
            return -1
        return _put(
            reading,
            sentence,
            VerbGroup(group.first, about, "finite", group.tense),
            _plural(reading, sentence, actor),
            min(actor.first, group.first),
            "discussion.continued",
        )
    if word in {"agenda", "discussion"} and sentence.low(at - 1) in {"the", "for", "under"}:
        copula = next((n for n in range(at - 1, max(-1, at - 7), -1) if sentence.classes[n] == "E"), None)
        start = clause_start(sentence, copula) if copula else 0
        if copula is not None and copula > start + 1 and reading.both_in(sentence):
            last = copula - 1 - (sentence.classes[copula - 1] in "Xv")
            reading.put(
                "discussion",
                [reading.range_of(sentence, start, at)],
                "discussion.agenda",
                topics=reading.words_of(sentence, start, last),
                by=reading.both_in(sentence),
                sectors=sectors_of(sentence, start, last),
            )
            return at
    return -1


def _importance(sentence: Sentence, at: int) -> bool:
    return any(sentence.units[n].has("importance") for n in range(at + 1, min(at + 4, len(sentence.units))))


def _read(reading: Reading, sentence: Sentence, group: VerbGroup) -> int:
    """Put down one discussion; return the index of the last unit it took."""
    verb = sentence.units[group.head]
    if reading.quoted(verb.start) is not None or group.modal in {"may", "should"}:
        return -1
    if group.passive:
        return _passive(reading, sentence, group)
    topics = _talk_topics(sentence, group)
    if topics is not None and verb.has("topical"):
        talks = Actor(topics, topics, "both", reading.both_in(sentence))
        return _put(reading, sentence, group, talks, topics, "discussion.talks-on")
    if group.mood == "participle" or not _speaks_of(sentence, group):
        return -1
    actor = subject_of(reading, sentence, group)
    if group.mood == "infinitive":
        return _put(reading, sentence, group, _plural(reading, sentence, actor), group.first, "discussion.to-discuss")
    if actor is None or (verb.tags.get("verb", "") == "address" and actor.kind not in {"both", "body"}):
        return -1
    alone = verb.tags.get("verb") in _ALONE or (group.modal is not None and verb.tags.get("verb") == "review")
    if not verb.has("stressing") and not alone:
        actor = _plural(reading, sentence, actor) or actor
    inside = clause_start(sentence, group.first) <= actor.first < group.first
    return _put(reading, sentence, group, actor, actor.first if inside else group.first, "discussion.verb")


def _speaks_of(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb with what follows it says that something was talked about or stressed."""
    verb = sentence.units[group.head]
    lemma, form = verb.tags.get("verb", ""), verb.tags["form"]
    following = sentence.units[group.head + 1 : group.head + 4]
    if group.mood == "infinitive":
        return _purpose(sentence, group) and lemma in {"discuss", "review", "consult", "exchange", "deliberate"}
    if verb.has("stressing"):
        return sentence.cls(group.head + 1) != "," and not any(unit.has("instrument") for unit in following)
    if not verb.has("talking"):
        return verb.has("commit")  # "reaffirmed the importance of"; the caller has looked
    wanted = _NEEDS_PREPOSITION.get(lemma)
    if wanted is not None and sentence.low(group.head + 1) not in wanted and sentence.cls(group.head + 1) != "v":
        return False
    if lemma == "exchange":
        return any(unit.has("views") for unit in following)
    if lemma == "focus" and group.mood != "finite":
        return False
    if lemma in {"consider", "explore", "examine", "assess"}:
        thinks = lemma == "consider" and form == "s"  # "considers the matter closed"
        return group.mood == "finite" and not thinks and not (group.first == group.head and "b" in form)
    return True


def _purpose(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether "to discuss" says what a meeting or a visit is for."""
    if group.mood != "infinitive":
        return False
    rest = sentence.units[: group.first]
    return any(
        unit.has("body") or unit.has("visit") or unit.has("visitnoun") or unit.has("meet") or unit.cls == "K"
        for unit in rest
    ) and not any(unit.has("commit") for unit in rest[-6:])


def _plural(reading: Reading, sentence: Sentence, actor: Actor | None) -> Actor | None:
    """Return the two sides for one who discusses: one does not discuss alone."""
    if actor is None:
        return Actor(0, 0, "both", reading.both_in(sentence)) if reading.both_in(sentence) else None
    if set(actor.codes) < set(reading.both_in(sentence)):
        return Actor(actor.first, actor.last, actor.kind, reading.both_in(sentence), actor.people)
    return actor


def _talk_topics(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return where "discussions", "the talks" as subject of the verb start, or ``None``."""
    index = group.first - 1
    while index >= 0 and sentence.classes[index] in "vlSe" and not sentence.units[index].has("talktopic"):
        index -= 1
    if index >= 0 and sentence.units[index].has("talktopic") and sentence.low(index) != "agenda":
        first = index
        while first > 0 and sentence.classes[first - 1] in "eSlD" and index - first < 4:
            first -= 1
        return first
    return None


def _passive(reading: Reading, sentence: Sentence, group: VerbGroup) -> int:
    """Read "X was discussed", "the importance of X was underlined"."""
    verb = sentence.units[group.head]
    if not verb.has("talkpassive") or group.mood != "finite":
        return -1
    if group.modal is not None and verb.tags.get("verb", "") != "discuss":
        return -1
    start = clause_start(sentence, group.first)
    last = group.first - 1
    if last < start:
        return -1
    reading.put(
        "discussion",
        [reading.range_of(sentence, start, group.head)],
        "discussion.passive",
        topics=reading.words_of(sentence, start, last),
        by=reading.both_in(sentence),
        sectors=sectors_of(sentence, start, last),
        unsure=() if reading.both_in(sentence) else ("by",),
    )
    return group.head


def _put(reading: Reading, sentence: Sentence, group: VerbGroup, actor: Actor | None, first: int, rule: str) -> int:
    end = clause_end(sentence, group.head + 1)
    last = end - 1
    while last > group.head and sentence.classes[last] in ",;av.":
        last -= 1
    if last <= group.head:
        return -1
    start = group.head + 1
    while start < last and (
        sentence.classes[start] in "vha,"
        or (sentence.low(start) in {"on", "upon", "with"} and sentence.classes[start + 1] not in "CD")
        or (start > group.head + 1 and sentence.classes[start] == "V" and sentence.classes[start - 1] == "a")
    ):
        start += 1
    codes = actor.codes if actor is not None else ()
    reading.put(
        "discussion",
        [reading.range_of(sentence, first, last)],
        rule,
        topics=reading.words_of(sentence, start, last),
        by=codes,
        sectors=sectors_of(sentence, start, last),
        unsure=() if codes else ("by",),
    )
    return last
