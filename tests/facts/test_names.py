"""Organisations, acronyms, operations, persons and nationalities as an article prints them."""

import pytest

from facts import names
from facts.model import Acronym, Mention, Nationality, Operation, Organisation, Person
from facts.rules import load
from facts.text import read


def mentions(text: str, kind: str) -> list[Mention]:
    rules = load()
    found = names.find(read(text, None, rules), rules)
    return sorted((m for m in found if m.kind == kind), key=lambda m: m.start)


def quotes(text: str, kind: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met the Ministry of the Interior on Monday.", ["Ministry of the Interior"]),
        (
            "It wrote to the Office of the High Commissioner for Refugees in Rabat.",
            ["Office of the High Commissioner for Refugees"],
        ),
        ("Morocco's General Directorate of Studies said so.", ["General Directorate of Studies"]),
        ("The Federal Public Prosecutor's Office said so.", ["Federal Public Prosecutor's Office"]),
        ("The Interior Ministry Spokesman spoke.", ["Interior Ministry"]),
        (
            "The Royal Gendarmerie and the Guardia Civil met.",
            ["Royal Gendarmerie", "Guardia Civil"],
        ),
        (
            "The Immigration and Naturalization Service agreed.",
            ["Immigration and Naturalization Service"],
        ),
        ("Men of the Taliban-led force and of al-Shabaab fled.", ["Taliban", "al-Shabaab"]),
        ("The Zed Civil Guard Command left.", ["Zed Civil Guard Command"]),
        ("The Justice Ministry's men left.", ["Justice Ministry"]),
        (
            "The Yunnan Provincial Narcotics Control Commission said so.",
            ["Yunnan Provincial Narcotics Control Commission"],
        ),
        ("The ZQX database was searched.", []),
        ("A National Police Unit searched it.", ["National Police Unit"]),
        (
            "The General Intelligence and Security Service said so.",
            ["General Intelligence and Security Service"],
        ),
        ("Men of the Zed Police Service and ZQX left.", ["Zed Police Service", "ZQX"]),
        ("The Customs Agency, ZQX and QZX left.", ["Customs Agency", "ZQX", "QZX"]),
        ("Police in Zedland Hills hold two men.", []),
        ("The Haitian gang 400 Zyx fled. The 400 Zyx gang is back.", ["400 Zyx", "400 Zyx"]),
        ("The 15 Zyxo clan members fled.", ["Zyxo clan"]),
        ("He came by the Zyx Lanka flight, not by a Kano flight.", ["Zyx Lanka"]),
        ("Men of the Zyx-Quuxa-Zeda group met.", ["Zyx-Quuxa-Zeda"]),
        ("A leader of the Zed Quuxes, a notorious gang of robbers, fled.", ["Zed Quuxes"]),
        ("He met Ahmed Zyx, a gang leader, in Kano, a cartel stronghold.", []),
        (
            "The Technical Zyx Corps of the Prosecutor's Office came.",
            ["Technical Zyx Corps", "Prosecutor's Office"],
        ),
        ("Kano Border Patrol Police held him.", ["Kano Border Patrol Police"]),
        ("Men of the 19th Infantry Division left.", ["19th Infantry Division"]),
        ("Zedland Police General Director Quux said so.", ["Zedland Police"]),
        ("Residents of Houston Division and Wa Autonomous Prefecture left.", []),
        ("Officers of the police (ZQX) said so; a phone (QZX) was found.", ["ZQX"]),
        ("The Special Zyx Section said so.", ["Special Zyx Section"]),
        ("The Court of Instruction opened it; Law Enforcement helped.", []),
        (
            "Men of the 33rd Front and of Infantry Battalion No. 14 met.",
            ["33rd Front", "Infantry Battalion No. 14"],
        ),
        (
            "Zyx Quux clan men fled. It is the Zyx Quux clan again.",
            ["Zyx Quux clan", "Zyx Quux clan"],
        ),
        ("A case under the ZQXY Act was opened, the DSP said.", []),
        ("He stood before the Zyx Magistrates' Court.", ["Zyx Magistrates' Court"]),
        ("The Quux Town Magistrate's Court heard it.", ["Quux Town Magistrate's Court"]),
        ("The Zyxes' Unit and 'the Zyxes' Unit left.", []),
        ("Men of the Abdul Quux group fled.", ["Abdul Quux"]),
        ("Men of the Customs and Excise Division came.", ["Customs and Excise Division"]),
        (
            "Men of Suffolk's Serious Crime and Zyx Team came.",
            ["Serious Crime and Zyx Team"],
        ),
        ("He told the Zyx Observer so.", ["Zyx Observer"]),
        ("KANO—Interpol officers came.", ["Interpol"]),
        ("Men of Quux An Police came.", ["Quux An Police"]),
        ("Men of the Human Rights and Zyx Section came.", ["Human Rights and Zyx Section"]),
        ("Men of the New York and Zyx Section came.", ["Zyx Section"]),
        ("Acting Chief Patrol Agent Zed Quux came.", []),
        ("The True Zyx Information Team said so.", ["True Zyx Information Team"]),
        (
            "Austria: Zed Zyx Service (Quuxkriminalamt), Provincial Zyx Police",
            ["Zed Zyx Service", "Provincial Zyx Police"],
        ),
        ("The Zed Mission in Quuxland left.", ["Zed Mission in Quuxland"]),
        ("The police and the authorities told the army to wait.", []),
        ("Neo-JMB and pro-ISIS men fled.", ["Neo-JMB", "ISIS"]),
        ("The Kavač clan and the gang La Línea met.", ["Kavač clan", "La Línea"]),
        ("The Spanish gang and the Rabat gang met.", []),
        ("The gang known as 400 Zyx fled; 400 Zyx came back.", ["400 Zyx", "400 Zyx"]),
        ("An armed group calling itself the Blue Zyx said so.", ["Blue Zyx"]),
        ('The "Los Zyx" gang and the network "Quux" met.', ["Los Zyx", "Quux"]),
        ("A group of men, known as Zyx, left.", []),
        ("The rebel group ZYXCO fled to the group Quux.", ["ZYXCO"]),
        ("Specialists of the NGO ZYXAM came, ZYXAM said.", ["ZYXAM", "ZYXAM"]),
        ("The charity Zyx Phone and the newspaper El Quux met.", ["Zyx Phone", "El Quux"]),
        ("The Daesh/ISIS group and IS/Daesh fled.", ["Daesh/ISIS", "IS/Daesh"]),
        (
            "The Ministry of Housing, Utilities and Urban Communities said so.",
            ["Ministry of Housing, Utilities and Urban Communities"],
        ),
        ("The Ministry of Interior, Rabat and Madrid said so.", ["Ministry of Interior"]),
        ("They met.\n\nAND/ASG/OID\n", []),
        (
            "The Mersin Chief Public Prosecutor's Office spoke.",
            ["Mersin Chief Public Prosecutor's Office"],
        ),
        (
            "The Office for the Fight against Organised Crime spoke.",
            ["Office for the Fight against Organised Crime"],
        ),
        ("Avon and Somerset Police came.", ["Avon and Somerset Police"]),
        ("The Dutch National Police came.", ["Dutch National Police"]),
        ("Morgan Stanley and Ernst & Young said so.", ["Morgan Stanley", "Ernst & Young"]),
        (
            "They met.\n\nGermany: Bavarian State Criminal Police Office\n",
            ["Bavarian State Criminal Police Office"],
        ),
        ("Police Arrest Seven Men In Customs Raid At Harbour", []),
        ("Three men were held in Rabat.", []),
    ],
)
def test_an_organisation_is_named_by_its_head_word_or_known(text: str, expected: list[str]) -> None:
    assert quotes(text, "organisation") == expected


@pytest.mark.parametrize(
    ("text", "is_body"),
    [
        ("The Bangsamoro Islamic Freedom Fighters (BIFF) fled.", True),
        ("The Zyxian Anti-Balaka Vanguard (ZAV) fled.", True),
        ("The Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF) said so.", True),
        ("The Independent National Electoral Watch (INEW) said so.", True),
        ("Assistant Superintendent of Police (ASP) Quux said so.", False),
        ("The Inspector General of Police (IGP) said so.", False),
        ("The Director of Public Prosecutions (DPP) said so.", False),
        ("An Unmanned Aerial Vehicle (UAV) fell.", False),
        ("A Memorandum of Understanding (MoU) was signed.", False),
        ("In the Federal Capital Territory (FCT) he fled.", False),
        ("He lives in the Central African Republic (CAR).", False),
    ],
)
def test_a_long_form_is_a_body_or_an_office_a_thing_a_place(text: str, is_body: bool) -> None:
    assert bool(mentions(text, "organisation")) is is_body


def test_a_news_agency_is_a_medium() -> None:
    (agency,) = mentions("The Zed News Agency said so.", "organisation")
    assert agency.value == Organisation("Zed News Agency", None, "media")


def test_a_short_form_stands_for_its_long_form_everywhere() -> None:
    text = "The National Agency of Wells (NAW) dug. Later the NAW left and NAW men came back."
    found = [m.value for m in mentions(text, "organisation")]
    assert found == [Organisation("National Agency of Wells", "NAW", "agency")] * 4


def test_a_name_without_its_nationality_is_the_fuller_one() -> None:
    text = (
        "The Ruritanian men left. The Tunisian Coast Watch Brigade and the Coast Watch Brigade met."
    )
    found = [m.value for m in mentions(text, "organisation")]
    full = Organisation(
        "Tunisian Coast Watch Brigade", None, "agency", aliases=("Coast Watch Brigade",)
    )
    assert found == [full, full]


def test_an_acronym_is_that_of_the_article_s_country() -> None:
    value = mentions("Manila in the Philippines, the PNA said.", "organisation")[0].value
    assert value == Organisation("Philippine News Agency", "PNA", "media")


def test_a_known_name_behind_another_country_is_not_the_known_one() -> None:
    value = mentions("Mexico's Defense Department said so in the US.", "organisation")[0].value
    assert value == Organisation("Defense Department", None, "agency")


def test_an_agency_of_a_country_the_article_is_not_about_keeps_its_printed_name() -> None:
    value = mentions("In Peru the NIA said so, Peru replied.", "organisation")[0].value
    assert value == Organisation("NIA", "NIA", "agency")


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the National Crime Agency (NCA) said", "NCA", "National Crime Agency"),
        (
            "the General Directorate of Territorial Surveillance (DGST) said",
            "DGST",
            "General Directorate of Territorial Surveillance",
        ),
        (
            "Europol and the Portuguese Judicial Police (PJ) said",
            "PJ",
            "Portuguese Judicial Police",
        ),
        (
            "Units of the People's National Army (ANP) came",
            "ANP",
            "People's National Army",
        ),
        (
            "the Islamic State, also known by its Arabic acronym Daesh, fled",
            "Daesh",
            "Islamic State",
        ),
        (
            "the National Zyx Army (Spanish abbr: EZN) said",
            "EZN",
            "National Zyx Army",
        ),
        (
            "The Punjab Zyx Terrorism Department (ZTD) said",
            "ZTD",
            "Punjab Zyx Terrorism Department",
        ),
        (
            "a clerk of the Coordination Body for Drug Zyx (OCZN) said",
            "OCZN",
            "Coordination Body for Drug Zyx",
        ),
        (
            "the National Drug Law Enforcement Agency, NDLEA, said",
            "NDLEA",
            "National Drug Law Enforcement Agency",
        ),
        ("the Anti-Narcotics Force, ANF, said", "ANF", "Anti-Narcotics Force"),
        (
            "the Bureau of judicial investigations (BCIJ) said",
            "BCIJ",
            "Bureau of judicial investigations",
        ),
        (
            "the Directorate of National Security (French acronym: DGSN) said",
            "DGSN",
            "Directorate of National Security",
        ),
        (
            "the Central Operative Unit (UCO by its Spanish acronym) said",
            "UCO",
            "Central Operative Unit",
        ),
        ("the Federal Crime Agency's (FCA) men", "FCA", "Federal Crime Agency"),
        ("the Zollkriminalamt (ZKA) said", "ZKA", "Zollkriminalamt"),
        (
            "the Coast Guard Command and the National Intelligence Organization (NIO) said",
            "NIO",
            "National Intelligence Organization",
        ),
        (
            "the Drugs Department of the General Directorate of Security (EGM) said",
            "EGM",
            "General Directorate of Security",
        ),
        (
            "the State Criminal Police Office of Westphalia (LKA NRW) said",
            "LKA NRW",
            "State Criminal Police Office of Westphalia",
        ),
        (
            "the U.S. Customs and Border Protection (CBP) said",
            "CBP",
            "U.S. Customs and Border Protection",
        ),
        (
            "the US Immigration and Customs Enforcement (ICE) said",
            "ICE",
            "Immigration and Customs Enforcement",
        ),
        (
            "the Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF) said",
            "ATF",
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        ),
        (
            "the Ministry of Agriculture, Livestock and Fisheries (MAPE) said",
            "MAPE",
            "Ministry of Agriculture, Livestock and Fisheries",
        ),
        (
            "the Department for Environment, Food and Rural Affairs (DEFRA) said",
            "DEFRA",
            "Department for Environment, Food and Rural Affairs",
        ),
        (
            "the Tunisian Forum for Economic and Social Rights (FTDES) said",
            "FTDES",
            "Tunisian Forum for Economic and Social Rights",
        ),
        (
            "the European Platform Against Criminal Threats (EMPACT) said",
            "EMPACT",
            "European Platform Against Criminal Threats",
        ),
        ("an improvised explosive device (IED) was found", "IED", "improvised explosive device"),
        ("they found tetrahydrocannabinol (THC)", "THC", "tetrahydrocannabinol"),
        ("the NCA (National Crime Agency) said", "NCA", "National Crime Agency"),
    ],
)
def test_a_short_form_is_read_beside_its_long_form(text: str, short: str, long: str) -> None:
    assert [m.value for m in mentions(f"Today {text}.", "acronym")] == [Acronym(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Bamako (AFP) - Men fled.",
        "Ali Bongo (PDG) won.",
        "on Saturday (Mar 24) he left.",
        "he (US) ran",
        "Germany: the Federal Police (Bundespolizei) said so.",
    ],
)
def test_a_bracket_alone_makes_no_acronym(text: str) -> None:
    assert mentions(text, "acronym") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Operation Neptune II they met. Neptune II ended.", ["Neptune II", "Neptune II"]),
        ('The operation, dubbed "Mapache", ended.', ["Mapache"]),
        ("The police operation had the codename ORATIX.", ["ORATIX"]),
        ('Police began Operation "Emma 95" today.', ["Emma 95"]),
        ('The joint "Trojan Shield" police operation ended.', ["Trojan Shield"]),
        ("Operation Eye of the Needle began.", ["Eye of the Needle"]),
        ("In the framework of operation GOLETA NEGRA they met.", ["GOLETA NEGRA"]),
        ("Within operation Venetic men were held.", ["Venetic"]),
        ('An operation codenamed "Frozen Shield 2020" began.', ["Frozen Shield 2020"]),
        ("The operation, baptised 'Black Widow', ended.", ["Black Widow"]),
        ("Operation Lionfish ended. Lionfish was long.", ["Lionfish", "Lionfish"]),
        ("Operations Alpha and Bravo began.", ["Alpha", "Bravo"]),
        ("The operation was called off. The operation NATO led ended.", []),
        (
            "Operation Trojan Shield Nets Many Hundreds Of Men\n\nOperation Trojan Shield ended.",
            ["Trojan Shield", "Trojan Shield"],
        ),
        ("The operation began. Operations Command said so.", []),
        ('The suspect, nicknamed "El Turco", fled.', []),
        ("Operation Halt I ended, Operation Halt II goes on.", ["Halt I", "Halt II"]),
        ("After Operation Halt I have slept.", ["Halt"]),
        ("They seized 20kg during Op Tapis on Monday.", ["Tapis"]),
        ("They closed Operación Banús with 12 arrests.", ["Banús"]),
        ("The joint operation (codename: Silver Axe) ran.", ["Silver Axe"]),
        ("The operation, which Europol named Sharp Eye, ended.", ["Sharp Eye"]),
        ("An operation given the name Desert Light began.", ["Desert Light"]),
        ("The long operation – dubbed 'Black Wrist' – ended.", ["Black Wrist"]),
        ("The swoop, codenamed 'Usalama Watch', ended.", ["Usalama Watch"]),
        ("Operations Alpha, Bravo and Delta began.", ["Alpha", "Bravo", "Delta"]),
        ("The ALPHA-OMEGA operation ended.", ["ALPHA-OMEGA"]),
        ("Troops of the Barkhane operation left.", ["Barkhane"]),
        ("The Rabat operation and the Moroccan operation ended.", []),
        ("Police said Project Coalesce led to 12 arrests.", ["Project Coalesce"]),
        ("The EUROPOL operation ended. Project Gutenberg has books.", []),
        ("A man named Zed hid under the name Quux, away from the operation.", []),
        ("Men of the General Operations Force left.", []),
    ],
)
def test_an_operation_is_known_by_its_name(text: str, expected: list[str]) -> None:
    found = [m.value for m in mentions(text, "operation")]
    assert found == [Operation(name) for name in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were held.\nComments\noperation GOLETA",
        "Two men were held.\nComments\nThe raid, dubbed the Zed",
        "Soldiers saved Xanadoo.\n\nRead more: raids, a village in the north",
    ],
)
def test_what_stands_around_a_story_names_nothing_in_it(text: str) -> None:
    named = [m for kind in ("operation", "place") for m in mentions(text, kind)]
    assert named == []


def test_an_article_may_break_off_within_brackets() -> None:
    assert mentions("It was found by police (ZQX", "organisation") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its spokesman, Femi Babafemi, said so.", ["Femi Babafemi"]),
        ("He met President Paul Biya in Paris.", ["Paul Biya"]),
        ("Col. Zed Quux of the army spoke.", ["Zed Quux"]),
        ("Zed Quux, 34, was held.", ["Zed Quux"]),
        ("He saw Osama bin Laden and Iyad Ag Ghaly.", ["Osama bin Laden", "Iyad Ag Ghaly"]),
        ("The prosecutor Sarah Jones QC spoke.", ["Sarah Jones"]),
        (
            "Peter Mghendi, Zed Leteipan and Xan Quux fled.",
            [
                "Peter Mghendi",
                "Zed Leteipan",
                "Xan Quux",
            ],
        ),
        ("They held a Tanzanian, Zed Quux, in Voi.", ["Zed Quux"]),
        ('Zed Quux, a/k/a "Ti Blan," fled.', ["Zed Quux"]),
        ('Xan Quux (alias "Tiger") fled.', ["Xan Quux"]),
        ("Zed Quux aka Boss fled.", ["Zed Quux"]),
        ("The Inspector General of Police fled.", []),
        ('They held Joaquín "El Chapo" Guzmán.', ['Joaquín "El Chapo" Guzmán']),
        ("He spoke of Organised Crime said the man.", []),
        ("He landed at the Nnamdi Azikiwe International Airport.", []),
        ("He lives in Santa Marta, near San Juan.", []),
        ("A man surnamed Wang and a woman were held.", ["Wang"]),
        ("It led to the arrest of Quux Zed Quuxa at home.", ["Quux Zed Quuxa"]),
        ("Zed Quux, 45, and Christian Quuxa, 41, were held.", ["Zed Quux", "Christian Quuxa"]),
        ("It is over, said Director Zed A. Quux.", ["Zed A. Quux"]),
        ("They have the last names Vargas, Quux and Torres.", ["Vargas", "Quux", "Torres"]),
        ("According to Minister of the Interior Zed Quux, it is over.", ["Zed Quux"]),
        ("Special Agent in Charge Zed L. Quux spoke.", ["Zed L. Quux"]),
        ("He was held with Zed, a resident of Quux Khalil, a village.", []),
        ("Zed Quux was remanded, Zed Town was captured.", ["Zed Quux"]),
        ("The Governor, Gen. Zed Quux, told Quux Weekly so.", ["Zed Quux"]),
        (
            "The deputy, Christian Quux, left with Mr. Christian Zeddo.",
            ["Christian Quux", "Christian Zeddo"],
        ),
        ("Zed Quux 34 from Quuxville and Xan Zedo, born in 1987, fled.", ["Zed Quux", "Xan Zedo"]),
        ("They were Zed A Quux, born in 1987, and M. Zeddo, 33.", ["Zed A Quux", "M. Zeddo"]),
        ("Among them were A. Quux, 32, and B. Zeddo, 33.", ["A. Quux", "B. Zeddo"]),
        (
            "They held two Malian nationals, Zed Quux and Xan Zeddo, in Voi.",
            ["Zed Quux", "Xan Zeddo"],
        ),
        ("Xan Zeddo, also known as Xando, 49, fled.", ["Xan Zeddo"]),
        ("It is over, Zed Quux of the National Guard said.", ["Zed Quux"]),
        ("A chief of Organised Crime Ahmed Quux said so.", ["Ahmed Quux"]),
        ("It is over, said Special Agent in Charge Zed L. Quux.", ["Zed L. Quux"]),
        ("The clerk spoke to His Worship Quux and SP Mohammed Zeddo.", ["Quux", "Mohammed Zeddo"]),
        ("The chief Xxm. Gen. Zed Quux spoke.", ["Zed Quux"]),
        ("Police said that three Costa Ricans were detained.", []),
        ("The body of 26-year-old Zed Quux was found.", ["Zed Quux"]),
        ("Two residents of Kano, Zed Quux and Xan Zeddo, fled.", ["Zed Quux", "Xan Zeddo"]),
        ("They held Peter Zed, Xan Quux, and Zed Xanno.", ["Peter Zed", "Xan Quux", "Zed Xanno"]),
        ("A man of the Border Force Punjab Frontier said so.", []),
        ("General Staff officers left.", []),
        ("Maverick Quux and Peter Zed stood there.", ["Maverick Quux", "Peter Zed"]),
        (
            "Men including Madey Xan, Hamali Zeddo and Mukhtaar Quux were killed.",
            ["Madey Xan", "Hamali Zeddo", "Mukhtaar Quux"],
        ),
        ("Police in Zed Quux, Xan Zeddo and Peter Quuxa left.", ["Peter Quuxa"]),
        ("It is over, said Port Director Zed Quux.", ["Zed Quux"]),
        ("Police held officials Rommel Zed and Felix Quux.", ["Rommel Zed", "Felix Quux"]),
        ("They are Zed Ho Quux, 26; and Zed Xan, residing in Laos.", ["Zed Ho Quux", "Zed Xan"]),
        ("They fled Zed Sơn Commune by night.", []),
        ("The National Manager Serious and Organised Crime left.", []),
        ("Men of the Abdul Quux group fled.", []),
        ("Superintendent of Police Zed Xan Quux left.", ["Zed Xan Quux"]),
    ],
)
def test_a_person_is_known_by_title_age_role_or_given_name(text: str, expected: list[str]) -> None:
    assert quotes(text, "person") == expected


def test_a_surname_within_another_name_is_not_that_person() -> None:
    text = "Police held Ahmed Quux. A shop in Zed Quux was searched. Mr Quux said so."
    assert quotes(text, "person") == ["Ahmed Quux", "Quux"]


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "China held Lin Yuehua. Later Lin said that Lin's men fled."
    assert [m.value for m in mentions(text, "person")] == [Person("Lin Yuehua")] * 3


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("They held Ana Zed Quux, 33. Later Zed Quux fled.", "Zed Quux"),
        ("They held Xan Lin, 33. Xan Lin was in prison before.", "Xan Lin"),
        ("A spokesman, Ali al-Quuxi, was there. Quuxi added nothing.", "Quuxi"),
        ("General Awxang Joko Rumi led it. It is over, Awxang said.", "Awxang"),
    ],
)
def test_a_part_of_a_name_is_the_person_named_before(text: str, again: str) -> None:
    first, second = mentions(text, "person")
    assert text[second.start : second.end] == again
    assert isinstance(first.value, Person)
    assert second.value == Person(first.value.name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Moroccan-Spanish operation", [Nationality("MA"), Nationality("ES")]),
        ("two Nigeriens and a Nigerian", [Nationality("NE"), Nationality("NG")]),
        ("West African and sub-Saharan migrants", ["West Africa", "Sub-Saharan Africa"]),
        ("It cost 300 Moroccan dirhams", []),
        ("the polish on the table", []),
        ("The MV Dutch Pearl and the vessel African Pride left.", []),
        ("a bag of Indian hemp", []),
        ("A Congolese fled the Democratic Republic of Congo.", [Nationality("CD")]),
        ("A Congolese fled Brazzaville, Republic of the Congo.", [Nationality("CG")]),
        ("A Congolese fled.", [Nationality("CD")]),
        (
            "Two Myanmar nationals and a Sierra Leone citizen",
            [Nationality("MM"), Nationality("SL")],
        ),
        ("Kenya's national papers, the sub-Saharan Africa desk", []),
        ("a Spanish-language daily in Laos", []),
    ],
)
def test_a_nationality_is_a_country_or_a_region(text: str, expected: list[object]) -> None:
    found = [m.value for m in mentions(text, "nationality")]
    assert found == [Nationality(region=e) if isinstance(e, str) else e for e in expected]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The spokesman of the National Guard, Femi Babafemi, spoke.", "National Guard"),
        ("Femi Babafemi, spokesman for the NDLEA in Nigeria, spoke.", "NDLEA"),
        ("Europol met. President Paul Biya spoke.", None),
        ("The Carabinieri arrested boss Giuseppe Giorgi.", None),
    ],
)
def test_a_person_works_for_the_organisation_beside_the_title(
    text: str, organisation: str | None
) -> None:
    (person,) = (m.value for m in mentions(text, "person"))
    assert isinstance(person, Person)
    assert person.organisation == organisation
