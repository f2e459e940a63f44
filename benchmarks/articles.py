"""Made-up reports on two countries, about as long and as dense as those of an agency. Every seed gives others."""

from __future__ import annotations

import random
from dataclasses import dataclass

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Country:
    """A country by its name, its adjective and its capital."""

    name: str
    adjective: str
    capital: str


COUNTRIES = tuple(
    Country(*row.split(", "))
    for row in """\
Kenya, Kenyan, Nairobi
Iceland, Icelandic, Reykjavik
Peru, Peruvian, Lima
Ghana, Ghanaian, Accra
Norway, Norwegian, Oslo
Chile, Chilean, Santiago
Nepal, Nepalese, Kathmandu
Uruguay, Uruguayan, Montevideo
Estonia, Estonian, Tallinn
Morocco, Moroccan, Rabat
Vietnam, Vietnamese, Hanoi
Jordan, Jordanian, Amman
Finland, Finnish, Helsinki
Mongolia, Mongolian, Ulaanbaatar
Senegal, Senegalese, Dakar
Portugal, Portuguese, Lisbon
Namibia, Namibian, Windhoek
Slovenia, Slovenian, Ljubljana
Oman, Omani, Muscat
Zambia, Zambian, Lusaka
Malta, Maltese, Valletta
Canada, Canadian, Ottawa
Bolivia, Bolivian, La Paz
Latvia, Latvian, Riga""".splitlines()
)
MONTHS = ("January", "March", "April", "June", "September", "November")
TOPICS = """air services; customs; fisheries; higher education; mining; public health; rail transport; renewable energy;
science and technology; tourism; veterinary control; water management""".replace("\n", " ").split("; ")
OFFICES = """Foreign Minister; Trade Minister; Minister of Energy; Minister for Agriculture; President; Deputy Prime
Minister""".replace("\n", " ").split("; ")

LEAD = "{A} and {B} {signed} a memorandum of understanding on {topic} in {place} on {day} {month}, officials said."
MET = "{b} {office} {P} met {a} {office2} {Q} at the ministry and reviewed the state of {topic}."
SENTENCES = (
    "“Our two countries have come a long way since {year},” {Q} told reporters after the talks.",
    "Trade between {A} and {B} reached ${n} million in {year}, up {m} percent from a year earlier.",
    "The two sides agreed to {do} a joint working group on {topic2} by the end of {later}.",
    "{P} invited {A} to join the {Word} {Word2} Corridor, a project that links {place} with the coast.",
    "The ninth session of the Joint Commission will be held in {place2} in {month2} {later}.",
    "{A} pledged ${m} million for a training centre in {place2} and promised to waive visa fees for students.",
    "Both ministers discussed {topic2}, {topic} and the situation in the region.",
    "An agreement on {topic2} is still under negotiation and could be ready in {month2}.",
    "The {a} delegation included {office2} {R} and several members of the chamber of commerce.",
    "{Q} said that {A} would send a team of experts to {place2} next month.",
    "“We want to see {n} more flights a year,” {P} said, adding that airlines had shown interest.",
    "The protocol on {topic}, signed in {year}, has not entered into force because {B} has yet to ratify it.",
    "Exports of {word} from {B} fell to {n} tonnes last year, according to the {b} statistics office.",
    "They expressed the hope that the target of ${n}0 million in annual trade would be met by {later}.",
    "{P} will visit {place} in {month2} at the invitation of the {a} government.",
    "The {Word} dam, which {b} engineers are building near the town of {Word2}, is to be finished in {later}.",
    "{R}, who heads the {a} trade promotion agency, called for direct flights between {place} and {place2}.",
    "A business forum on the sidelines of the visit drew {m}0 companies from both countries.",
    "The sides decided to expedite the signing of the treaty on {topic2}.",
)

BACKGROUND = (
    "The streets around the palace were closed to traffic for most of the morning, and schoolchildren waved flags.",
    "Rain had fallen all night, and part of the programme was moved indoors at short notice.",
    "{A} lies almost {n}0 kilometres away, and few people in {place2} have ever been there.",
    "Ties go back to {year}, when the first traders from {place} settled in the old harbour.",
    "Analysts see little change in the near future, although both economies have slowed in recent years.",
    "The local press gave the guests a warm welcome, with long articles about {a} food and music.",
    "Several hundred {b} families live in {place}, many of them in the quarter near the {Word} market.",
    "The economy of {B} depends on a small number of goods, and prices on the world market have been weak.",
    "Diplomats in {place2} described the mood as friendly, if somewhat tired after a long week.",
    "A small exhibition in the lobby showed photographs of {Word} and the mountains behind it.",
    "It was the first time in {m} years that so many guests had stayed at the {Word} hotel.",
    "Outside, about {n} people gathered in the square to listen to a band from {Word2}.",
    "Shops in the centre had put up posters, although most of their customers come from the {Word} hills.",
    "The old railway to {Word2} was closed in {year} and has been overgrown ever since.",
    "Older residents of {place2} still remember the floods of {year}, when the market was under water for a month.",
    "The building, once a warehouse for {word}, has been used for receptions since {year}.",
)


def word(chance: random.Random, syllables: int = 4) -> str:
    """Return a word that no lexicon has."""
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))


def article(chance: random.Random) -> str:
    """Return a report of about 2.1 kB: a headline, a dateline, 20 sentences; twelve of them tell of other things.

    So there are about seven facts in a kB; those of agencies have five or six, see README.md.
    """
    one, two = chance.sample(COUNTRIES, 2)
    rest = [*chance.sample(SENTENCES, 6), *chance.sample(BACKGROUND, 12)]
    sentences = [LEAD, MET, *chance.sample(rest, len(rest))]
    values = {"A": one.name, "a": one.adjective, "B": two.name, "b": two.adjective, "place": one.capital,
              "place2": two.capital, **{letter: _name(chance) for letter in "PQR"}}  # fmt: skip
    told = [text.format(**values, **_details(chance)) for text in sentences]
    body = "\n\n".join(" ".join(told[at : at + 2]) for at in range(0, len(told), 2))
    headline = f"{one.name} and {two.name} sign pact on {chance.choice(TOPICS)}"
    return f"{headline}\n\n{one.capital.upper()}, {chance.choice(MONTHS)} {chance.randint(1, 28)} — {body}\n"


def _name(chance: random.Random) -> str:
    return f"{word(chance, 3).title()} {word(chance).title()}"


def _details(chance: random.Random) -> dict[str, object]:
    topic, topic2 = chance.sample(TOPICS, 2)
    office, office2 = chance.sample(OFFICES, 2)
    return {
        "topic": topic, "topic2": topic2, "office": office, "office2": office2,
        "day": chance.randint(1, 28), "month": chance.choice(MONTHS), "month2": chance.choice(MONTHS),
        "year": chance.randint(1995, 2024), "later": chance.randint(2026, 2035),
        "n": chance.randint(100, 999), "m": chance.randint(2, 99),
        "word": word(chance), "Word": word(chance).title(), "Word2": word(chance, 3).title(),
        "do": chance.choice(("set up", "convene", "fund")), "signed": chance.choice(("signed", "initialled")),
    }  # fmt: skip
