"""English is read; another language is told and gives no facts, however short it is and whatever names stand in it."""

from __future__ import annotations

import pytest

from .reader import read_all

OTHERS = {
    "French": "Les deux ministres ont signé mardi à Oslo un mémorandum d’entente sur la pêche, et la Norvège a invité "
    "le Ghana à participer au projet de port.",
    "French with English names": "Le ministre des Affaires étrangères John Smith et le secrétaire d’État Michael Brown "
    "ont rencontré à Washington les dirigeants de General Electric, de Standard Oil et de la Bank of America.",
    "French, a headline": "Accord de pêche entre la Norvège et le Ghana",
    "French, one sentence": "Le Ghana et la Norvège ont signé un accord.",
    "French cognates": "La coopération bilatérale, la sécurité régionale et le commerce international ont dominé la "
    "session de la commission mixte.",
    "Spanish": "El presidente de Chile llegó el lunes a Lima para una visita oficial de dos días, informó la "
    "cancillería peruana, y firmará un acuerdo de comercio.",
    "Spanish, a headline": "Chile y Perú firman un acuerdo de comercio",
    "Spanish with English names": "El embajador Peter Johnson visitó el New York Times y la Heritage Foundation con el "
    "ministro Carlos Rojas.",
    "German": "Die Außenministerin traf am Mittwoch in Wien ihren slowenischen Kollegen und unterzeichnete eine "
    "Vereinbarung über den Bahnverkehr.",
    "German, a headline": "Kenia und Japan unterzeichnen Abkommen",
    "German with English names": "Der Chef von British Airways und der Minister für Handel sprachen in London mit "
    "United Airlines und American Express über Flüge.",
    "Portuguese": "O primeiro-ministro de Portugal e o presidente de Angola assinaram na terça-feira em Luanda um "
    "acordo sobre energia e turismo.",
    "Portuguese, a headline": "Portugal e Angola assinam acordo de energia",
    "Turkish": "Dışişleri Bakanı salı günü Ankara’da Gürcü mevkidaşıyla görüştü ve iki ülke ticaret anlaşmasını "
    "imzaladı.",
    "Turkish, a headline": "Türkiye ile Gürcistan anlaşma imzaladı",
    "Arabic": "وقع وزيرا خارجية الأردن والمغرب يوم الثلاثاء في الرباط مذكرة تفاهم بشأن السياحة.",
    "Arabic with English names": "التقى الوزير مع مدير Boeing و General Motors في عمان وبحثا التعاون بين البلدين.",
    "Chinese": "蒙古国总统星期二在乌兰巴托会见了越南外长，双方签署了关于旅游的谅解备忘录。",
    "Chinese with English names": "外长会见了 Boeing 和 Airbus 的代表，并讨论了 APEC 和 ASEAN 的合作问题。",
    "Russian": "Министры иностранных дел Армении и Сербии подписали во вторник в Ереване соглашение о торговле.",
    "Russian, a headline": "Армения и Сербия подписали соглашение",
    "Russian with English names": "Министр встретился с главами Boeing и General Electric и обсудил их планы в Сербии.",
    "Italian": "Il ministro degli Esteri e il suo omologo hanno firmato a Roma un accordo sulla pesca e sul turismo.",
    "Dutch": "De ministers van beide landen hebben dinsdag in Den Haag een overeenkomst over de visserij getekend.",
    "Indonesian": "Menteri luar negeri kedua negara menandatangani nota kesepahaman tentang pariwisata di Jakarta pada "
    "hari Selasa.",
    "Japanese": "両国の外相は火曜日に東京で会談し、観光に関する覚書に署名した。",
    "Korean": "양국 외교장관은 화요일 서울에서 만나 관광 협력 양해각서에 서명했다.",
    "Hindi": "दोनों देशों के विदेश मंत्रियों ने मंगलवार को पर्यटन पर समझौते पर हस्ताक्षर किए।",
    "Greek": "Οι υπουργοί Εξωτερικών υπέγραψαν την Τρίτη στην Αθήνα συμφωνία για τον τουρισμό.",
}

ENGLISH = {
    "a headline": "Ghana, Norway sign fisheries pact",
    "a headline without a word of grammar": "Chile Peru trade talks resume",
    "a short sentence": "Kenya signed.",
    "foreign names": "Ngozi Adébáyò-Okwuosa, Wojciech Krzyżanowski, Şükrü Yıldırımoğlu and Nguyễn Thị Hương met "
    "Jean-Luc de la Rochefoucauld in Besançon.",
    "a list of names": "Present were Ministers Kwabena Osei-Mensah, Bjørn Ødegård, Ingeborg Sæther, Yaw Amponsah, "
    "Akosua Boateng, Håkon Strømme and Efua Asantewaa.",
    "foreign titles": "The “Société nationale des chemins de fer” and “Deutsche Gesellschaft für Internationale "
    "Zusammenarbeit” will train engineers in Lomé.",
    "the name in its own letters": "President Vahagn Sarkisian (Վահագն Սարգսյան) received the Serbian minister Dušan "
    "Ilić (Душан Илић) in Yerevan on Monday.",
    "a foreign motto": "The minister quoted the motto “L’union fait la force” and said that Senegal would join.",
    "a list without verbs": "Topics: trade, energy, education, health, tourism, culture, sport.",
    "capitals": "KENYA AND JAPAN SIGNED AN AGREEMENT ON PORTS IN NAIROBI ON FRIDAY.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("times", [1, 8], ids=["short", "long"])
def test_another_language_is_told_and_gives_no_facts(text: str, times: int) -> None:
    found, problems = read_all("\n\n".join([text] * times))
    assert (found, [problem.kind for problem in problems]) == ([], ["unread-language"])


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_read_whatever_names_stand_in_it(text: str) -> None:
    _, problems = read_all(text)
    assert "unread-language" not in {problem.kind for problem in problems}


@pytest.mark.parametrize("text", ["", "   ", "…", "2025", "?!", "Oslo", "🤝", "X"])
def test_what_is_too_little_to_tell_is_not_told(text: str) -> None:
    assert read_all(text) == ([], [])
