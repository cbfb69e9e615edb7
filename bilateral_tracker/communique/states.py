"""The states of the world as documents name them: short name, adjective, capital, and other names in use."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bilateral_tracker.communique.words import Word


class State(NamedTuple):
    """A state or a union of states. Its capital stands for its government."""

    name: str
    adjectives: tuple[str, ...]
    capital: str
    aliases: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """All of them, in the order of their names."""
    rows = (line.split("|") for line in _STATES.strip().splitlines())
    return tuple(
        State(name, tuple(filter(None, adjectives.split(","))), capital, tuple(filter(None, aliases.split(","))))
        for name, adjectives, capital, aliases in rows
    )


@cache
def names_of_states() -> dict[tuple[str, ...], str]:
    """The words of each name, adjective, capital and alias, in small letters, with the short name it stands for."""
    found: dict[tuple[str, ...], str] = {}
    for state in states():
        for words in (state.name, *state.adjectives, state.capital, *state.aliases):
            found.setdefault(tuple(words.lower().split()), state.name)
    return found


def states_in(text: tuple[Word, ...]) -> Iterator[tuple[str, int, int]]:
    """The states that are named, by whichever of their names, each with the indices of its first word and after it."""
    known, at = names_of_states(), 0
    while at < len(text):
        length = _length_of_name(text, at) if text[at].is_name else 0
        if length:
            yield known[tuple(one.low.removesuffix("'s") for one in text[at : at + length])], at, at + length
        at += max(1, length)


def _length_of_name(text: tuple[Word, ...], at: int) -> int:
    """How many words the longest name that begins here has; 0 if none does."""
    ahead = tuple(one.low.removesuffix("'s") for one in text[at : at + _LONGEST_NAME])
    return next((n for n in range(len(ahead), 0, -1) if ahead[:n] in names_of_states()), 0)


_LONGEST_NAME = 6
_STATES = """
Afghanistan|Afghan|Kabul|
African Union|||
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Angola|Angolan|Luanda|
Argentina|Argentine,Argentinian|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani|Baku|
Bahamas|Bahamian|Nassau|
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Barbados|Barbadian|Bridgetown|
Belarus|Belarusian|Minsk|
Belgium|Belgian|Brussels|
Belize|Belizean|Belmopan|
Benin|Beninese|Porto-Novo|
Bhutan|Bhutanese|Thimphu|
Bolivia|Bolivian|La Paz|
Bosnia and Herzegovina|Bosnian|Sarajevo|BiH
Botswana|Botswanan|Gaborone|
Brazil|Brazilian|Brasilia|Brasília
Brunei|Bruneian|Bandar Seri Begawan|Brunei Darussalam
Bulgaria|Bulgarian|Sofia|
Burkina Faso|Burkinabe|Ouagadougou|
Burundi|Burundian|Gitega|
Cabo Verde|Cabo Verdean|Praia|Cape Verde
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde|Yaoundé
Canada|Canadian|Ottawa|
Central African Republic|Central African|Bangui|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|
China|Chinese|Beijing|PRC,P.R.C,People's Republic of China,PR China,P.R China
Colombia|Colombian|Bogota|Bogotá
Comoros|Comorian|Moroni|
Congo|Congolese|Kinshasa|DRC,Democratic Republic of the Congo
Costa Rica|Costa Rican|San Jose|San José
Cote d'Ivoire|Ivorian|Abidjan|Côte d'Ivoire,Ivory Coast
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czechia|Czech|Prague|Czech Republic
Denmark|Danish|Copenhagen|
Djibouti|Djiboutian||
Dominica|Dominican|Roseau|
Dominican Republic||Santo Domingo|
Ecuador|Ecuadorian,Ecuadorean|Quito|
Egypt|Egyptian|Cairo|
El Salvador|Salvadoran|San Salvador|
Equatorial Guinea|Equatoguinean|Malabo|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Eswatini|Swazi|Mbabane|
Ethiopia|Ethiopian|Addis Ababa|
European Union|European,EU||EU,European Commission
Fiji|Fijian|Suva|
Finland|Finnish|Helsinki|
France|French|Paris|
Gabon|Gabonese|Libreville|
Gambia|Gambian|Banjul|
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|Federal Republic of Germany
Ghana|Ghanaian|Accra|
Greece|Greek,Hellenic|Athens|Hellenic Republic
Grenada|Grenadian||
Guatemala|Guatemalan||
Guinea|Guinean|Conakry|
Guinea-Bissau||Bissau|
Guyana|Guyanese|Georgetown|
Haiti|Haitian|Port-au-Prince|
Holy See|Vatican||
Honduras|Honduran|Tegucigalpa|
Hungary|Hungarian|Budapest|
Iceland|Icelandic|Reykjavik|Reykjavík
India|Indian|New Delhi|Delhi
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran|Islamic Republic of Iran
Iraq|Iraqi|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|
Jamaica|Jamaican|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|Hashemite Kingdom of Jordan
Kazakhstan|Kazakh,Kazakhstani|Astana|Nur-Sultan
Kenya|Kenyan|Nairobi|
Kiribati|I-Kiribati|Tarawa|
Korea|Korean|Seoul|Republic of Korea,South Korea,ROK
Kosovo|Kosovar|Pristina|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|Kyrgyz Republic
Laos|Lao,Laotian|Vientiane|Lao PDR,Lao People's Democratic Republic
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Lesotho|Basotho|Maseru|
Liberia|Liberian|Monrovia|
Libya|Libyan|Tripoli|
Liechtenstein||Vaduz|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish||
Madagascar|Malagasy|Antananarivo|
Malawi|Malawian|Lilongwe|
Malaysia|Malaysian|Kuala Lumpur|Putrajaya
Maldives|Maldivian||
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Marshall Islands|Marshallese|Majuro|
Mauritania|Mauritanian|Nouakchott|
Mauritius|Mauritian|Port Louis|
Mexico|Mexican|Mexico City|
Micronesia|Micronesian|Palikir|
Moldova|Moldovan|Chisinau|Chișinău
Monaco|Monegasque||
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyidaw|Burma,Nay Pyi Taw
Namibia|Namibian|Windhoek|
Nauru|Nauruan||
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch|The Hague|Kingdom of the Netherlands
New Zealand||Wellington|
Nicaragua|Nicaraguan|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|DPRK
North Macedonia|Macedonian|Skopje|
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|Sultanate of Oman
Pakistan|Pakistani|Islamabad|
Palau|Palauan|Koror|
Palestine|Palestinian|Ramallah|State of Palestine
Panama|Panamanian|Panama City|
Papua New Guinea|Papua New Guinean|Port Moresby|PNG
Paraguay|Paraguayan|Asuncion|Asunción
Peru|Peruvian|Lima|
Philippines|Philippine,Filipino|Manila|
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow|Russian Federation
Rwanda|Rwandan|Kigali|
Samoa|Samoan|Apia|
Saudi Arabia|Saudi|Riyadh|KSA,Kingdom of Saudi Arabia
Senegal|Senegalese|Dakar|
Serbia|Serbian|Belgrade|
Seychelles|Seychellois||
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean||
Slovakia|Slovak|Bratislava|Slovak Republic
Slovenia|Slovenian|Ljubljana|
Solomon Islands|Solomon Islander|Honiara|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|
South Sudan|South Sudanese|Juba|
Spain|Spanish|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Suriname|Surinamese|Paramaribo|
Sweden|Swedish|Stockholm|
Switzerland|Swiss|Bern|Swiss Confederation
Syria|Syrian|Damascus|
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|Dar es Salaam
Thailand|Thai|Bangkok|
Timor-Leste|Timorese|Dili|East Timor
Togo|Togolese|Lome|Lomé
Tonga|Tongan|Nuku'alofa|
Trinidad and Tobago|Trinidadian|Port of Spain|
Tunisia|Tunisian|Tunis|
Turkey|Turkish|Ankara|Türkiye,Turkiye
Turkmenistan|Turkmen|Ashgabat|
Tuvalu|Tuvaluan|Funafuti|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv|Kiev
United Arab Emirates|Emirati|Abu Dhabi|UAE,U.A.E
United Nations|||UN,U.N,Security Council,General Assembly
United Kingdom|British|London|UK,U.K,Great Britain,Britain
United States|American|Washington|US,U.S,USA,U.S.A,United States of America,Washington D.C
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Vanuatu||Port Vila|
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|Viet Nam
World Bank|||IMF,International Monetary Fund,World Health Organization,WHO,NATO,IAEA
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
"""
