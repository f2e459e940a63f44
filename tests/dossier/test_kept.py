"""What a report tells of an undertaking of an earlier one: in whatever words it was kept, and never another's deed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.dossier.comparing.acts import FILE, act_words, words_of
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

APRIL, LATER = "2026-04-20", "2026-09-22"


def read(*texts: tuple[str, str]) -> Dossier:
    """Return the dossier of *texts*, each with the day of its publication, as the reader reads them."""
    documents = [
        read_text(text, Source(id=f"s{number}", published=day), file=f"s{number}.txt", parties=("KE", "NO"))
        for number, (day, text) in enumerate(texts, 1)
    ]
    return assemble("ke-no", [read_document(one)[0] for one in documents], parties=("KE", "NO"))


def life(undertaken: str, told: str, day: str = LATER) -> list[tuple[str, list[str]]]:
    """Return the status of each commitment that the first report undertakes, and the sources that bear it."""
    made = read((APRIL, undertaken), (day, told))
    facts = [entry for entry in made.entries.values() if entry.fact.type == "commitment" and entry.printed]
    return [
        (entry.fact.get("status"), [span.source for span in entry.evidence_of("status")])
        for entry in facts
        if "s1" in {span.source for span in entry.fact.evidence}
    ]


KEPT = [
    (
        "Norway pledged to build a hospital in Kisumu.",
        "Norway has completed the hospital in Kisumu.",
    ),
    (
        "Norway agreed to build a hospital in Kisumu.",
        "The hospital in Kisumu, built by Norway, was inaugurated on Monday.",
    ),
    (
        "Norway agreed to supply 20 ambulances to Kenya.",
        "Norway handed over the 20 ambulances on Friday.",
    ),
    (
        "Norway pledged to deliver 500 tonnes of maize to Kenya.",
        "Norway has shipped the 500 tonnes of maize to Kenya.",
    ),
    (
        "Kenya agreed to waive visa fees for Norwegian students.",
        "Kenya has abolished visa fees for Norwegian students.",
    ),
    (
        "Kenya agreed to lift the ban on Norwegian salmon.",
        "Kenya lifted its ban on Norwegian salmon on 1 September.",
    ),
    (
        "Kenya and Norway agreed to launch direct flights between Nairobi and Oslo.",
        "Direct flights between Nairobi and Oslo began on 1 September.",
    ),
    (
        "Kenya and Norway agreed to set up a joint working group on fisheries.",
        "Kenya and Norway have established a joint working group on fisheries.",
    ),
    (
        "Norway pledged to train 200 Kenyan coast guard officers.",
        "Norway has trained 200 officers of the Kenyan coast guard.",
    ),
    (
        "Norway agreed to open a consulate in Mombasa.",
        "Norway's consulate in Mombasa was opened on 12 May.",
    ),
    (
        "Norway agreed to open a consulate in Mombasa.",
        "Norwegian Foreign Minister Ida Fjell opened the consulate in Mombasa on Friday.",
    ),
    (
        "Kenya agreed to extradite two fraud suspects to Norway.",
        "Kenya extradited the two fraud suspects to Norway on Tuesday.",
    ),
    (
        "Kenya pledged to release the 12 detained fishermen.",
        "Kenya has freed the 12 detained fishermen.",
    ),
    (
        "Norway agreed to return the stolen artefacts to Kenya.",
        "The stolen artefacts were returned to Kenya by Norway on Sunday.",
    ),
    (
        "Norway agreed to finance the upgrade of the port of Lamu.",
        "Norway has financed the upgrade of the port of Lamu.",
    ),
    (
        "Norway promised to modernise the Naivasha laboratory.",
        "Norway has refurbished the Naivasha laboratory.",
    ),
    (
        "Norway will provide 50 scholarships for Kenyan students.",
        "Norway has awarded 50 scholarships to Kenyan students.",
    ),
    (
        "Kenya undertook to reduce tariffs on fertiliser.",
        "Kenya cut tariffs on fertiliser in August.",
    ),
    (
        "Kenya agreed to buy six patrol boats from Norway.",
        "Kenya has purchased six patrol boats from Norway.",
    ),
    (
        "Norway agreed to sell six patrol boats to Kenya.",
        "Norway delivered the six patrol boats to Kenya in August.",
    ),
    (
        "Kenya and Norway agreed to exchange tax data.",
        "Kenya and Norway have exchanged tax data.",
    ),
    (
        "Norway pledged to clear landmines in Garissa.",
        "Norway has cleared the landmines in Garissa.",
    ),
    (
        "Kenya agreed to appoint an ambassador to Oslo.",
        "Kenya has named an ambassador to Oslo.",
    ),
    (
        "Norway committed to vaccinate 40,000 children in Turkana.",
        "Norway vaccinated 40,000 children in Turkana.",
    ),
    (
        "Norway agreed to forgive $30 million of Kenyan debt.",
        "Norway has written off $30 million of Kenyan debt.",
    ),
    (
        "Norway pledged to plant one million trees in Mau.",
        "Norway has planted one million trees in Mau.",
    ),
    (
        "Kenya agreed to reopen its embassy in Oslo.",
        "Kenya's embassy in Oslo was reopened on Monday.",
    ),
    (
        "Kenya and Norway agreed to resume cargo flights.",
        "Cargo flights between Kenya and Norway resumed on 1 August.",
    ),
    (
        "Norway agreed to donate two ferries to Kenya.",
        "The two ferries were handed over by Norway on Thursday.",
    ),
    (
        "Norway agreed to build a fish processing plant in Lamu.",
        "Norway has started building the fish processing plant in Lamu.",
    ),
    (
        "Kenya agreed to adopt a new fisheries code.",
        "Kenya has adopted the fisheries code.",
    ),
    (
        "Norway pledged to equip the Kisumu clinic.",
        "Norway has equipped the clinic in Kisumu.",
    ),
    (
        "Kenya agreed to simplify customs procedures for Norwegian traders.",
        "Kenya has simplified customs procedures for Norwegian traders.",
    ),
    (
        "Norway agreed to lend Kenya $80 million for wind power.",
        "Norway has disbursed the $80 million for wind power.",
    ),
    (
        "Kenya and Norway decided to demarcate their fishing zones.",
        "Kenya and Norway have demarcated their fishing zones.",
    ),
    (
        "Norway agreed to connect 60 villages in Turkana to the grid.",
        "Norway has linked 60 villages in Turkana to the grid.",
    ),
    (
        "Kenya pledged to publish the names of the licence holders.",
        "Kenya published the names of the licence holders on Monday.",
    ),
    (
        "Norway agreed to double its quota for Kenyan tea.",
        "Norway has doubled its quota for Kenyan tea.",
    ),
    (
        "Norway agreed to deploy 15 experts to Lamu.",
        "Norway has sent 15 experts to Lamu.",
    ),
    (
        "Kenya agreed to join the Oslo anti-piracy centre.",
        "Kenya joined the Oslo anti-piracy centre in July.",
    ),
    (
        "Kenya and Norway agreed to open a maritime academy in Mombasa.",
        "The maritime academy opened in Mombasa on Tuesday.",
    ),
    (
        "Norway agreed to repair the Lamu lighthouse.",
        "Norway has repaired the Lamu lighthouse.",
    ),
    (
        "Norway agreed to widen the Lamu road.",
        "The Norwegian-funded widening of the Lamu road has been completed.",
    ),
]


KEPT += [
    ("Norway committed to drilling 40 wells in Wajir.", "Norway has drilled 40 wells in Wajir."),
    ("Norway pledged $15 million for flood relief.", "Norway has released the $15 million for flood relief."),
    ("Kenya committed to phase out tariffs on Norwegian cod.", "Kenya has phased out tariffs on Norwegian cod."),
]


@pytest.mark.parametrize(("undertaken", "told"), KEPT)
def test_an_undertaking_is_kept_by_the_deed_in_whatever_words(undertaken: str, told: str) -> None:
    begun = "started building" in told
    assert life(undertaken, told) == [("in_progress" if begun else "implemented", ["s2"])]


@pytest.mark.parametrize(
    ("undertaken", "told"),
    [
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway has completed the hospital in Garissa.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway has completed the school in Kisumu.",
        ),
        (
            "Norway pledged to build a police station in Kisumu.",
            "Norway has completed the police school in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "China has completed the hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "A hospital in Kisumu was opened by China.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Kenya has built a hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway has not built the hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway visited the hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway has closed the hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway would have built the hospital in Kisumu.",
        ),
        (
            "Norway pledged to build a hospital in Kisumu.",
            "Norway said a hospital in Kisumu had been built by a Kenyan firm.",
        ),
        (
            "Norway agreed to supply 20 ambulances to Kenya.",
            "Norway delivered 10 ambulances to Kenya.",
        ),
        (
            "Norway agreed to supply 20 ambulances to Kenya.",
            "Norway delivered 20 buses to Kenya.",
        ),
        (
            "Norway agreed to supply 20 ambulances to Kenya.",
            "Kenya supplied 20 ambulances to Norway.",
        ),
        (
            "Norway agreed to supply 20 ambulances to Kenya.",
            "Norway has sold 20 ambulances to Uganda.",
        ),
        (
            "Norway agreed to supply 20 ambulances to Kenya.",
            "Japan has delivered 20 ambulances to Kenya.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Norway opened a consulate in Kisumu.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Norway opened an office in Mombasa.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Sweden opened its consulate in Mombasa.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Norway closed its consulate in Mombasa.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Norway may have opened a consulate in Mombasa.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "Norway plans to open a consulate in Mombasa.",
        ),
        (
            "Norway agreed to open a consulate in Mombasa.",
            "A consulate was opened in Mombasa on Monday.",
        ),
        (
            "Kenya agreed to lift the ban on Norwegian salmon.",
            "Kenya lifted the ban on Norwegian cheese.",
        ),
        (
            "Kenya agreed to lift the ban on Norwegian salmon.",
            "Norway lifted the ban on Kenyan salmon.",
        ),
        (
            "Kenya agreed to lift the ban on Norwegian salmon.",
            "Kenya imposed a ban on Norwegian salmon.",
        ),
        (
            "Kenya agreed to lift the ban on Norwegian salmon.",
            "Kenya has refused to lift the ban on Norwegian salmon.",
        ),
        (
            "Kenya and Norway agreed to launch direct flights between Nairobi and Oslo.",
            "Direct flights between Mombasa and Oslo began on 1 September.",
        ),
        (
            "Kenya and Norway agreed to launch direct flights between Nairobi and Oslo.",
            "Direct flights between Nairobi and Oslo were cancelled.",
        ),
        (
            "Kenya and Norway agreed to launch direct flights between Nairobi and Oslo.",
            "Cargo flights between Nairobi and Oslo began on 1 September.",
        ),
        (
            "Kenya pledged to release the 12 detained fishermen.",
            "Kenya has released two detained pilots.",
        ),
        (
            "Kenya pledged to release the 12 detained fishermen.",
            "Kenya has detained the 12 fishermen.",
        ),
        (
            "Kenya undertook to reduce tariffs on fertiliser.",
            "Kenya raised tariffs on fertiliser.",
        ),
        (
            "Kenya undertook to reduce tariffs on fertiliser.",
            "Kenya cut tariffs on steel.",
        ),
        (
            "Kenya agreed to buy six patrol boats from Norway.",
            "Kenya has purchased six helicopters from Norway.",
        ),
        (
            "Kenya agreed to buy six patrol boats from Norway.",
            "Kenya sold six patrol boats to Norway.",
        ),
        (
            "Norway pledged to train 200 Kenyan coast guard officers.",
            "Norway has trained 200 Kenyan nurses.",
        ),
        (
            "Norway agreed to finance the upgrade of the port of Lamu.",
            "Norway has financed the upgrade of the port of Mombasa.",
        ),
        (
            "Norway agreed to forgive $30 million of Kenyan debt.",
            "Norway has lent Kenya $30 million.",
        ),
        (
            "Kenya agreed to appoint an ambassador to Oslo.",
            "Kenya has recalled its ambassador to Oslo.",
        ),
        (
            "Norway agreed to build a fish processing plant in Lamu.",
            "Norway has closed the fish processing plant in Lamu.",
        ),
        (
            "Norway pledged to plant one million trees in Mau.",
            "Norway cut one million trees in Mau.",
        ),
        (
            "Norway agreed to lend Kenya $80 million for wind power.",
            "Norway has disbursed the $80 million for the railway.",
        ),
        (
            "Norway agreed to deploy 15 experts to Lamu.",
            "If Norway has sent 15 experts to Lamu, the work will start.",
        ),
        (
            "Kenya and Norway agreed to open a maritime academy in Mombasa.",
            "The maritime academy in Mombasa closed on Tuesday.",
        ),
        (
            "Kenya agreed to reopen its embassy in Oslo.",
            "Norway has reopened its embassy in Nairobi.",
        ),
        (
            "Kenya vowed to protect Norwegian wind farms in Marsabit.",
            "Kenya has deployed guards to protect Norwegian wind farms in Marsabit.",
        ),
        (
            "Norway committed to drilling 40 wells in Wajir.",
            "Norway has drilled 4 wells in Wajir.",
        ),
    ],
)
def test_another_matter_or_another_actor_keeps_nothing(undertaken: str, told: str) -> None:
    assert [status for status, _ in life(undertaken, told)] in (["open"], ["denied"])


def test_what_is_told_on_the_day_of_the_undertaking_is_no_deed_that_keeps_it() -> None:
    assert [status for status, _ in life(*KEPT[0], day=APRIL)] == ["open"]


@pytest.mark.parametrize("days", [("2026-04", "2026-04-20"), ("2026-04-20", "2026-04"), ("2026", "2026-09")])
def test_what_may_have_been_told_before_the_undertaking_keeps_nothing(days: tuple[str, str]) -> None:
    made = read(*zip(days, KEPT[0], strict=True))
    statuses = [
        one.fact.get("status") for one in made.entries.values() if one.fact.type == "commitment" and one.printed
    ]
    assert "implemented" not in statuses


def test_a_deed_that_answers_nothing_stands_in_no_list() -> None:
    made = read((APRIL, "Norway pledged to build a hospital in Kisumu."), (LATER, "Kenya has widened the Lamu road."))
    assert [entry.fact.get("action") for entry in made.entries.values() if entry.fact.type == "commitment"] == [
        "build a hospital in Kisumu"
    ]


# Kept by an event, or by an instrument


@pytest.mark.parametrize(
    ("undertaken", "told"),
    [
        (
            "Kenya and Norway agreed to hold the fourth session of the joint commission in Nairobi in May.",
            "The fourth session of the Kenya-Norway joint commission was held in Nairobi on 12 May.",
        ),
        (
            (
                "The two sides agreed to hold the next session of the joint commission in Nairobi in May 2026. "
                "Kenya and Norway held the third session in Oslo on Monday."
            ),
            "Kenya and Norway held the fourth session of the joint commission in Nairobi on 12 May.",
        ),
        (
            "Kenya and Norway agreed to sign an agreement on air services by June 2026.",
            "Kenya and Norway signed an air services agreement in Oslo on 3 June.",
        ),
        (
            "Kenya and Norway agreed to conclude an extradition treaty in 2026.",
            "The extradition treaty between Kenya and Norway was signed in Oslo on 3 July.",
        ),
        (
            "Kenya pledged to ratify the fisheries agreement with Norway by August 2026.",
            "Kenya ratified the fisheries agreement with Norway on 3 July.",
        ),
    ],
)
def test_an_undertaking_is_kept_by_what_it_announced(undertaken: str, told: str) -> None:
    assert life(undertaken, told) == [("implemented", ["s2"])]


@pytest.mark.parametrize(
    ("undertaken", "told"),
    [
        (
            "Kenya and Norway agreed to hold the fourth session of the joint commission in Nairobi in May.",
            "The third session of the Kenya-Norway joint commission was held in Nairobi on 12 May.",
        ),
        (
            "Kenya and Norway agreed to hold the fourth session of the joint commission in Nairobi in May.",
            "The fourth session of the Kenya-Norway joint commission has been postponed.",
        ),
        (
            "Kenya and Norway agreed to sign an agreement on air services by June 2026.",
            "Kenya and Norway signed an agreement on fisheries in Oslo on 3 June.",
        ),
        (
            "Kenya and Norway agreed to sign an agreement on air services by June 2026.",
            "Kenya and Norway initialled an air services agreement in Oslo on 3 June.",
        ),
        (
            "Kenya and Norway agreed to ratify the fisheries agreement.",
            "Kenya ratified the fisheries agreement with Norway on 3 July.",
        ),
    ],
)
def test_an_undertaking_is_open_until_all_that_it_announced_came_about(undertaken: str, told: str) -> None:
    assert [status for status, _ in life(undertaken, told)] == ["open"]


def test_the_session_that_keeps_an_undertaking_is_not_the_one_that_agreed_it() -> None:
    made = read(
        (
            APRIL,
            (
                "Kenya and Norway held the third session of the joint commission in Oslo on Monday. "
                "The two sides agreed to hold the next session of the joint commission in Nairobi in May 2026."
            ),
        ),
        (LATER, "Kenya and Norway held the fourth session of the joint commission in Nairobi on 12 May."),
    )
    (kept,) = [entry.fact for entry in made.entries.values() if entry.fact.type == "commitment"]
    assert kept.get("event") == "joint-commission-3"


# The words


def test_a_line_of_the_words_that_is_none_is_told_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "acts.txt"
    file.write_text("[alike]\nopen: opened\nclose\n;\nshut:\n[other]\n", encoding="utf-8")
    read_words = words_of(file)
    assert sorted((fault.kind, fault.line) for fault in read_words.faults) == [
        ("config", line) for line in (3, 4, 5, 6)
    ]
    assert read_words.alike["opened"] == "open"


def test_words_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (fault,) = words_of(tmp_path / "acts.txt").faults
    assert (fault.kind, fault.file) == ("config", (tmp_path / "acts.txt").as_posix())


def test_no_word_stands_for_two_acts() -> None:
    entries = [
        word.strip()
        for line in FILE.read_text(encoding="utf-8").partition("[alike]\n")[2].partition("[keeps]")[0].splitlines()
        for word in line.partition(":")[2].split(";")
        if word.strip()
    ]
    assert sorted({word for word in entries if entries.count(word) > 1}) == []
    assert not act_words().faults
