"""Who is one person, under which spellings, and who is not. All names are invented, but for the two of the example."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import dossier, report

from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.persons.likeness import Likeness, likeness, same_name
from sphinx_bilateral.dossier.persons.spelling import name_words, read_name_words
from sphinx_bilateral.dossier.queries import select

ONE_PERSON = """
Khawaja Muhammad Asif = Khawaja Asif
Vugar Valeh Oglu Mustafayev = Vugar Mustafayev
Rachid Otwori = Rashid Otwori
Mohammed Karou = Muhammad Karou
Mohamed Karou = Mohamad Karou
Md. Karou Salimi = Mohammed Karou Salimi
Yusuf Halimi = Youssef Halimi
Yousef Halimi = Yusuf Halimi
Hossein Orabi = Hussain Orabi
Abd al-Rahman Karimi = Abdulrahman Karimi
Abdul Rahman Karimi = Abdel-Rahman Karimi
Abderrahmane Karimi = Abdurrahman Karimi
Mahmoud Daher = Mahmud Daher
Khaled Daher = Khalid Daher
Omar al-Hashimi = Umar Al Hashimi
Omar El Hashimi = Omar Hashimi
Ali Sa'ad = Ali Saad
Ali Sa’ad = Ali Sa'ad
Djamila Benna = Jamila Benna
Sheikh Ahmed bin Khalid = Ahmed bin Khalid
Ahmed bin Khalid = Ahmed bin Khalid Al Otwori
Thani Al Otwori = Thani bin Ahmed Al Otwori
Syed Asif Otwori = Asif Otwori
Mian Muhammad Nawal Otwori = Nawal Otwori
Sergei Danko = Sergey Danko
Serhii Danko = Sergei Danko
Aleksandr Voronin = Alexander Voronin
Oleksandr Voronin = Aleksandr Voronin
Dmitry Medin = Dmitriy Medin
Dmytro Medin = Dmitri Medin
Evgeny Borisin = Yevgeny Borissin
Mikhail Orlin = Mihail Orlin
Zhanna Orlina = Janna Orlina
Tatjana Orlina = Tatyana Orlina
Pavlo Zelenitskyy = Pavel Zelenitsky
Roman Dobrovolskiy = Roman Dobrovolsky
Roman Dobrovolskij = Roman Dobrovolski
Ivan Vasiliin = Ivan Vasilyin
Rauf Mirzayev = Rauf Mirzaev
Rauf Əliyarov = Rauf Aliyarov
Ivan Romanoff = Ivan Romanov
Vladimir Petrovich Orlin = Vladimir Orlin
Kemal Erdoğanlı = Kemal Erdoganli
Kemal Erdoghanli = Kemal Erdoganlı
Çetin Şahinli = Cetin Sahinli
Çetin Şahinli = Chetin Shahinli
Ivan Kovač = Ivan Kovac
Ivan Kovač = Ivan Kovach
Marko Đurin = Marko Djurin
Jens Müllner = Jens Muellner
Jens Müllner = Jens Mullner
Søren Kjærby = Soren Kjaerby
Søren Kjærby = Soeren Kjaerby
Łukasz Wójtin = Lukasz Wojtin
José Peñalba = Jose Penalba
Pedro Ruizal = Pedro Ruizal Salgado
Ana de la Cruzal = Ana Cruzal
Jan van der Bergh = Jan Bergh
Nikos Papadin = Nicos Papadin
Jean-Claude Ravelle = Jean Claude Ravelle
Kim Jong-hun = Kim Jong Hun
Kim Jonghun = Kim Jong-hun
Shinzo Onoda = Shinzou Ohnoda
S. Raodan = Suresh Raodan
A.K. Mominul = A K Mominul
AK Mominul = A. K. Mominul
John B. Smithson = John Smithson
Petrin, Ivan = Ivan Petrin
H.E. Ada Vance = Ada Vance
Dr Ada Vance = Ada Vance
Gen. Ada Vance = Ada Vance
His Excellency Ada Vance = Ada Vance
Ada Vance MP = Ada Vance
Ada O'Rourkin = Ada O’Rourkin
Sheikh Hasibin = Sheikh Hasibin
Lt Gen (retd) Ada Vance = Ada Vance
Lt. Gen. (Retd.) Ada Vance = Ada Vance
Gen (Retd) A V Otwarin = A. V. Otwarin
Field Marshal Ada Vance = Ada Vance
Dato' Seri Utama Haji Ahmad Otwan = Ahmad Otwan
Tun Dr Ahmad Otwan = Ahmad bin Otwan
Samdech Techo Otwa Sen = Otwa Sen
Daw Otwa Suu Rin = Otwa Suu Rin
U Otwa Sein Rin = Otwa Sein Rin
Ing. Jan Novakin = Jan Novakin
President Ada Vance = Ada Vance
Prince Otwan bin Farih = Otwan bin Farih
OTWADA Fumiro = Fumiro Otwada
Otwan Thorlacin Jonasson = Otwan Th. Jonasson
Hossein Amir-Abdolrahin = Hossein Amirabdolrahin
Badr Albusadi = Badr Al Busadi
Otwan Rouharin = Otwan Ruharin
Sirin Muhridin = Sirin Mukhridin
Nikos Otwoulides = Nikos Otwoulidis
Maria Otworova = Mariya Otworova
Soekarnin Otwo = Sukarnin Otwo
"""

TWO_PERSONS = """
Ivan Petrin = Igor Petrin
Ali Hassan = Ali Hussein
Hassan Orabi = Hussein Orabi
Valeh Mustafayev = Vugar Valeh Oglu Mustafayev
Rashid Al Otwori = Mohammed bin Rashid Al Otwori
Mohammed bin Salman = Salman bin Mohammed
Ahmed bin Ali Al Otwori = Ahmed bin Hassan Al Otwori
Mohammed bin Rashid Al Otwori = Mohammed bin Hamdan bin Rashid Al Otwori
Idris Otwori = Musa Idris Otwori
Ivan Ivanovich Petrin = Ivan Sergeevich Petrin
Robert Smithson Jr = Robert Smithson Sr
Robert Smithson Jr. = Robert Smithson
John A. Smithson = John B. Smithson
Jane Smithson = John Smithson
J. Smithson = K. Smithson
S M Krishin = Shankar Menonin
Leyla Mirzayeva = Rauf Mirzayev
Elena Orlina = Irina Orlina
Anna Larsin = Anne Larsin
Karin Bergh = Karen Bergh
Alexandre Royal = Alexandra Royal
Marie Dupontin = Mario Dupontin
Yoko Tanakawa = Yuko Tanakawa
Zhang Weichen = Zhang Weishen
Chen Li = Shen Li
Li Wei = Lu Wei
Wang Yi = Wang Wei
Wang Yi = Yi Wang
Park Ji-won = Park Ji-woo
Nguyen Van An = Nguyen Van Anh
Omar Sami = Omar Shami
Salem Rahimi = Salim Rahimi
Salman Rahimi = Salim Rahimi
Hamid Karzani = Hamad Karzani
Abdul Rahman Karimi = Abdul Rahim Karimi
Abdulaziz Karimi = Abdullah Karimi
Ahmed Nazifi = Mohammed Nazifi
Jan Bergh = Jon Bergh
Ana Ruizal Lopez = Ana Vegal Lopez
Paul Otienin = Paula Otienin
Stefan Novakin = Stefania Novakin
Amal Haddadi = Amin Haddadi
Vance = Ada Vance
Vance = Vance
Denis Otwarin = Denis-Pascal Otwarin
Ma Ying = Ma Ying-jin
Lu Kang = Lu Kang Wei
Chen Shui-bian = Chen Shui-bin
Nguyễn Văn An = Nguyễn Văn Ân
Hassan Otwarin = Hassan Abdul Otwarin
George H. W. Otwarin = George W. Otwarin
Musa Otwarin = Ali Musa Otwarin
Reem Al Otwashimy = Reem Al Otwashemy
"""

FULLER = """
Ana Otwal = Ana Otwal Rona
Ana Otwal = Ana Luz Otwal
Otwan bin Farih = Otwan bin Farih Al Rono
Otwo Hassan Ali = Otwo Hassan
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(one.strip(), other.strip()) for one, other in (row.split("=") for row in table.strip().splitlines())]


@pytest.mark.parametrize(("one", "other"), pairs(ONE_PERSON))
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), pairs(TWO_PERSONS))
def test_names_that_differ_are_two_persons(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(("one", "other"), pairs(FULLER))
def test_a_name_with_more_in_it_is_one_person_unless_the_posts_tell_them_apart(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.FULLER
    assert len(one_a_report((one, None, "NO"), (other, "Trade Minister", "NO")).entries) == 1
    assert len(one_a_report((one, "Minister of Trade", "NO"), (other, "Trade Minister", "NO")).entries) == 1
    made = one_a_report((one, "Mayor of Bergen", "NO"), (other, "Trade Minister", "NO"))
    assert len(made.entries) == 2
    (found,) = [problem for problem in made.problems if problem.kind == "unclear-person"]
    assert "or somebody else, and is listed alone" in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Denis Otwarin", "Denis-Pascal Otwarin"), ("Otwashimy Reem", "Reem Otwashimy"),
        ("Reem Al Otwashimy", "Reem Al Otwashemy"), ("Otwal Rona", "Ana Luz Otwal Rona"),
    ],
)  # fmt: skip
def test_what_the_names_alone_leave_open_the_same_post_settles(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.IN_ONE_POST
    assert len(one_a_report((one, "Trade Minister", "NO"), (other, "Minister of Trade", "NO")).entries) == 1
    assert len(one_a_report((one, "Trade Minister", "NO"), (other, "Mayor", "NO")).entries) == 2
    assert len(one_a_report((one, None, "NO"), (other, None, "NO")).entries) == 2


def test_a_father_and_a_son_who_has_his_name_are_two_whatever_they_are_called_by() -> None:
    made = one_a_report(("Musa Otwarin", None, "NO"), ("Ali Musa Otwarin", None, "NO"))
    assert len(made.entries) == 2


WORDS = sorted({word for table in (ONE_PERSON, TWO_PERSONS) for pair in pairs(table) for name in pair
                for word in name.split()})  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES)
def test_which_of_two_names_comes_first_makes_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared_as_a_name(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


def test_the_lists_of_names_have_no_fault_and_a_fault_is_told_with_its_line() -> None:
    assert name_words().faults == ()
    (fault,) = read_name_words("[same]\notwo; otwa\nrono; otwa\n", "names.txt").faults
    assert (fault.file, fault.line, fault.message) == ("names.txt", 3, "'otwa' is a spelling of 'rono' and of 'otwo'")
    (fault,) = read_name_words("[sane]\notwo; otwa\n", "names.txt").faults
    assert fault.line == 1
    assert "there is no section [sane]" in fault.message


# In a dossier

Told = tuple[str, str | None, str | None]
"""The name, the title and the side that one report gives."""


def told(*reports: tuple[str, str, list[Told]]) -> Dossier:
    """Return the dossier of reports, each its id, its day, and whom it names."""
    made = []
    for source, day, people in reports:
        facts: list[tuple[str, dict[str, Any]]] = [
            (f"{name} spoke as {title} of {side}.",
             {"type": "participant", "name": name, "title": title, "side": side, "role": "speaker"})
            for name, title, side in people
        ]  # fmt: skip
        made.append(report(source, day, *facts))
    return dossier(*made)


def named(made: Dossier) -> dict[str, set[str]]:
    """Return the names of each person, by id."""
    return {name: {str(member.get("name")) for member in entry.members} for name, entry in made.entries.items()}


def one_a_report(*people: Told) -> Dossier:
    return told(*((f"r{number}", f"2026-05-{number + 1:02}", [person]) for number, person in enumerate(people)))


@pytest.mark.parametrize(("one", "other"), [("NO", "KA"), ("KA", "NO")])
def test_two_sides_are_two_persons(one: str, other: str) -> None:
    assert len(one_a_report(("Ada Vance", None, one), ("Ada Vance", None, other)).entries) == 2


def test_a_person_without_a_side_is_the_one_of_that_name_and_none_of_two() -> None:
    assert len(one_a_report(("Ada Vance", None, "NO"), ("Ada Vance", None, None)).entries) == 1
    three = one_a_report(("Ada Vance", None, "NO"), ("Ada Vance", None, None), ("Ada Vance", None, "KA"))
    assert len(three.entries) == 3


def test_a_surname_is_the_one_bearer_of_its_side() -> None:
    made = one_a_report(("Ada Vance", "Trade Minister", "NO"), ("Vance", None, "NO"), ("Vance", "Trade Minister", "NO"))
    assert named(made) == {"vance": {"Ada Vance", "Vance"}}
    assert made.entries["vance"].fact.get("name") == "Ada Vance"
    assert not made.problems


@pytest.mark.parametrize(
    "person",
    [("Vance", None, None), ("Vance", None, "KA"), ("Vance", "President", "NO"), ("Ada", None, "NO")],
    ids=["no side", "another side", "another post", "a first name"],
)
def test_a_surname_that_may_be_somebody_else_is_nobody(person: Told) -> None:
    assert len(one_a_report(("Ada Vance", "Trade Minister", "NO"), person).entries) == 2


def test_a_surname_of_two_is_neither_and_is_told_where_it_stands() -> None:
    made = one_a_report(("Ada Vance", None, "NO"), ("Ole Vance", None, "NO"), ("Vance", None, "NO"))
    assert len(made.entries) == 3
    (found,) = [one for one in made.problems if one.kind == "unclear-person"]
    assert (found.file, found.line, found.text) == ("r2.txt", 1, "Vance spoke as None of NO.")
    assert "'Vance' may be vance or vance-ole, or somebody else, and is listed alone" in found.message


def test_a_surname_of_two_is_the_one_that_its_report_names_or_whose_post_it_has() -> None:
    beside = told(
        ("a", "2026-05-01", [("Ada Vance", None, "NO")]),
        ("b", "2026-05-02", [("Ole Vance", None, "NO")]),
        ("c", "2026-05-03", [("Ole Vance", None, "NO"), ("Vance", None, "NO")]),
    )
    assert named(beside) == {"vance": {"Ada Vance"}, "vance-ole": {"Ole Vance", "Vance"}}
    by_post = one_a_report(
        ("Ada Vance", "President", "NO"), ("Ole Vance", "Trade Minister", "NO"), ("Vance", "Minister of Trade", "NO")
    )
    assert named(by_post) == {"vance": {"Ada Vance"}, "vance-ole": {"Ole Vance", "Vance"}}


def test_an_initial_of_two_first_names_is_neither() -> None:
    made = one_a_report(("Jane Vance", None, "NO"), ("John Vance", None, "NO"), ("J. Vance", None, "NO"))
    assert len(made.entries) == 3
    assert [one.kind for one in made.problems] == ["unclear-person"]


def test_a_short_name_that_two_longer_ones_hold_is_neither() -> None:
    made = one_a_report(
        ("Ali Karimi", None, "NO"), ("Ali Hassan Karimi", None, "NO"), ("Ali Hussein Karimi", None, "NO")
    )
    assert len(made.entries) == 3


@pytest.mark.parametrize(("title", "count"), [("Trade Minister", 1), ("President", 2), (None, 2)])
def test_the_family_name_comes_first_only_where_the_post_is_the_same(title: str | None, count: int) -> None:
    assert likeness("Otwan Bo", "Bo Otwan") is Likeness.IN_ONE_POST
    made = one_a_report(("Otwan Bo", "Trade Minister", "NO"), ("Bo Otwan", title, "NO"))
    assert len(made.entries) == count


def test_two_surnames_without_more_are_one_only_in_one_post() -> None:
    assert len(one_a_report(("Vance", "President", "NO"), ("Vance", "President", "NO")).entries) == 1
    assert len(one_a_report(("Vance", "President", "NO"), ("Vance", "Mayor", "NO")).entries) == 2


CROWD: list[Told] = [
    ("Ada Vance", "Trade Minister", "NO"), ("Ada Maria Vance", None, "NO"), ("Ole Vance", "President", "NO"),
    ("Vance", "President", "NO"), ("Ada Vance", None, "KA"), ("Mohammed bin Salim", None, "KA"),
    ("Muhammad bin Saleem Al Otwori", None, "KA"), ("Salim Al Otwori", None, "KA"), ("A. Vance", None, "NO"),
    ("Çetin Şahinli", None, "KA"), ("Cetin Sahinli", None, None), ("Chetin Shahinli", None, "KA"),
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(CROWD))))
def test_the_order_of_the_reports_changes_neither_persons_nor_ids(order: list[int]) -> None:
    def made(numbers: list[int]) -> dict[str, list[str]]:
        found = told(*((f"r{number:02}", f"2026-05-{number + 1:02}", [CROWD[number]]) for number in numbers))
        return {name: sorted(span.source for span in entry.fact.evidence) for name, entry in found.entries.items()}

    assert made(order) == made(list(range(len(CROWD))))


def test_ids_of_one_surname_do_not_swap_whatever_else_is_told_on_their_day() -> None:
    day = "2026-05-03"
    two = [("a", day, [("Ada Vance", "Mayor", "NO")]), ("b", day, [("Ole Vance", "President", "NO")])]
    more = [("c", day, [("Ole Vance", "Head of State", "NO")]), ("d", day, [("Ada Vance", None, "NO")])]
    for reports in permutations([*two, *more]):
        assert named(told(*reports)) == {"vance": {"Ada Vance"}, "vance-ole": {"Ole Vance"}}


def test_a_later_bearer_of_the_surname_has_the_first_name_in_the_id() -> None:
    made = one_a_report(
        ("Ada Vance", None, "NO"), ("Ole Vance", None, "NO"), ("Bo Vance", None, "NO"), ("Bo Vance", None, "KA")
    )
    assert list(made.entries) == ["vance", "vance-bo", "vance-bo-ka", "vance-ole"]
    assert list(one_a_report(("Ada Vance", None, "NO"), ("Ada Vance", None, "KA")).entries) == ["vance", "vance-ada-ka"]
    fewer = one_a_report(("Ada Vance", None, "NO"), ("Otto Rono", None, "NO"), ("Bo Vance", None, "NO"))
    assert named(fewer)["vance-bo"] == named(made)["vance-bo"]


# What only names a person

SAID = [
    ("Rashid Otwori spoke.", {"type": "participant", "name": "Rashid Otwori", "side": "KA", "role": "speaker"}),
    ("Otwori said: on time.", {"type": "quote", "speaker": "Otwori", "text": "on time"}),
]
ELSEWHERE = [
    ("Rachid Otwori said: in May.", {"type": "quote", "speaker": "Rachid Otwori", "text": "in May"}),
    ("Ramzi Otwori said: never.", {"type": "quote", "speaker": "Ramzi Otwori", "text": "never"}),
    ("Rachid Otwori went to Norland.",
     {"type": "visit", "visitor": "Rachid Otwori", "country": "NO", "date": "2026-05-02", "status": "past"}),
]  # fmt: skip


def test_what_a_person_said_and_did_is_theirs_under_each_spelling() -> None:
    made = dossier(report("a", "2026-05-03", *SAID), report("b", "2026-05-04", *ELSEWHERE))
    assert {entry.fact.get("text") for entry in select(made, "quote", ["otwori"])[0]} == {"on time", "in May"}
    assert [entry.fact.get("visitor") for entry in select(made, "visit", ["otwori"])[0]] == ["Rachid Otwori"]


def test_a_surname_that_two_bear_gives_its_words_to_the_one_of_its_report() -> None:
    two = report(
        "c", "2026-05-05", ("Ramzi Otwori spoke.", {"type": "participant", "name": "Ramzi Otwori", "side": "KA"})
    )
    made = dossier(report("a", "2026-05-03", *SAID), report("b", "2026-05-04", *ELSEWHERE), two)
    assert {entry.fact.get("text") for entry in select(made, "quote", ["otwori"])[0]} == {"on time", "in May"}
    assert {entry.fact.get("text") for entry in select(made, "quote", ["otwori-ramzi"])[0]} == {"never"}


def test_one_visit_is_one_under_two_spellings_and_two_visitors_are_two() -> None:
    visit = {"type": "visit", "visitor": "Yusuf Halimi", "country": "NO", "date": "2026-05-02", "status": "past"}
    made = dossier(
        report("a", "2026-05-03", ("Yusuf Halimi came.", visit)),
        report("b", "2026-05-04", ("Youssef Halimi came.", {**visit, "visitor": "Youssef Halimi"})),
        report("c", "2026-05-04", ("Karim Halimi came.", {**visit, "visitor": "Karim Halimi"})),
    )
    assert sorted(len(entry.members) for entry in made.entries.values()) == [1, 2]


def test_a_page_shows_the_fullest_name_once() -> None:
    made = one_a_report(("Khawaja Asif", None, "NO"), ("Khawaja Muhammad Asif", None, "NO"))
    (block,) = compose([Request("people")], {made.id: made}, Settings()).blocks[0]
    assert "Khawaja Muhammad Asif" in str(block)
    assert "Khawaja Asif'" not in str(block)
