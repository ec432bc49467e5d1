"""Words for generated documents: names, bodies, titles and sentences as the genre has them; all made up."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["bodies", "decisions", "measures", "names", "organizations", "paragraphs", "places", "titles", "topics"]

FIRST = (
    "Ragnhild", "Eirik", "Solveig", "Trygve", "Marte", "Ingunn", "Bjørn", "Anne-Lise", "Jan", "Kari", "Ola", "Åse",
    "Øyvind", "Anne Marie", "Jan-Erik", "Per", "Siri", "Hanne", "Lars", "Torbjørn", "Liv", "Geir", "Astrid", "Hilde",
)  # fmt: skip
MIDDLE = ("", "", "", "Marie ", "Arne ", "Ness ", "K. ", "von ", "de la ", "bin ", "Lie ")
LAST = (
    "Torsvik", "Handeland", "Aamot", "Brekkhus", "Oldervik", "Sæterlid", "Nesheim", "Dalbakk", "Myrvang", "Fjellvik",
    "Åsgard", "Østrem", "Lie-Hansen", "Solbakk", "Kvernmo", "Stølsvik",
)  # fmt: skip
ORGANIZATIONS = (
    "Lauvøy kommune", "Universitetet i Nordvik", "Nordvik sykehus HF", "Helse Fjord RHF", "Kystmuseet i Lauvøy",
    "Havdirektoratet", "Nordvik fylkeskommune", "Fjordforbundet", "Senter for kystforskning",
    "Regionalt kompetansesenter for fartøyvern og kystkultur i Nordvik", "Arbeids- og velferdsetaten i Lauvøy",
    "Nordvik interkommunale havnevesen IKS",
)  # fmt: skip
BODIES = (
    "Fagrådet for kystkultur",
    "Samarbeidsutvalget for havn",
    "Styret i Nordvik sykehus HF",
    "Eldrerådet i Lauvøy",
    "Nasjonalt samarbeidsutvalg for fyrstasjoner, fartøyvern og havner",
)
PLACES = ("Kystmuseet, Lauvøy", "Rådhuset, møterom 2", "Teams", "Nordvik hotell", "Formannskapssalen")
THINGS = (
    "naust", "fartøy", "kystled", "havneavgift", "beredskap", "kulturminner", "båtbygging", "fyrstasjoner",
    "kompetanse", "rekruttering", "budsjett", "brukermedvirkning", "fiskehelse", "skjærgårdspark",
)  # fmt: skip
HEADS = (
    "Vern av", "Tilskudd til", "Plan for", "Oppfølging av", "Status for", "Rapport om", "Høring om", "Strategi for",
    "Samarbeid om", "Evaluering av", "Mandat for", "Utredning om",
)  # fmt: skip
TAILS = (
    "", "", "", " i Nordvik", " i perioden 2024–2027", " – del 2", ": videre arbeid", " og ny organisering",
    " i kommunene", " ved fylkesgrensa", " i lys av ny lov",
)  # fmt: skip
FIXED = (
    "Godkjenning av innkalling og saksliste", "Eventuelt", "Referat fra forrige møte", "Orienteringer",
    "Møteplan for høsten", "Orientering fra direktøren",
)  # fmt: skip
SUBJECTS = ("Rådet", "Sekretariatet", "Kommunen", "Fylkeskommunen", "Flere av medlemmene", "Museet")
VERBS = ("drøftet", "la vekt på", "pekte på", "stilte spørsmål ved", "viste til", "hadde innspill til")
OBJECTS = (
    "behovet for bedre oversikt", "hvordan arbeidet kan fordeles", "de høye kostnadene", "samarbeidet mellom partene",
    "at fristen er kort", "hvilke lokaler som finnes", "erfaringene fra i fjor",
)  # fmt: skip
ENDS = (
    "", " og ba om flere opplysninger", ", særlig der flere eiere deler ansvar", " i de minste kommunene",
    ", slik andre regioner har gjort", " før neste sesong begynner",
)  # fmt: skip
ORDERS = (
    "Rådet ber sekretariatet følge opp innspillene", "Planen godkjennes", "Tilskuddet fordeles som foreslått",
    "Rådet støtter forslaget til mandat", "Arbeidet videreføres i tråd med planen", "Rapporten sendes kommunene",
)  # fmt: skip
ORDER_ENDS = (
    ".",
    " med de endringene som kom fram i møtet.",
    " innen utgangen av året.",
    ", og saken er dermed avsluttet.",
)
DEEDS = (
    "Kartlegge", "Utvikle", "Lage rutiner for", "Styrke arbeidet med", "Samordne", "Evaluere", "Ta i bruk",
    "Legge til rette for",
)  # fmt: skip
DEED_ENDS = (
    "", " i alle kommunene", " sammen med frivillige", " gjennom faste møter", " ved de største anleggene",
    " med vekt på unge", " og dele erfaringene med andre",
)  # fmt: skip

names = st.builds(
    lambda first, middle, last: f"{first} {middle}{last}",
    st.sampled_from(FIRST), st.sampled_from(MIDDLE), st.sampled_from(LAST),
)  # fmt: skip
organizations = st.sampled_from(ORGANIZATIONS)
bodies = st.sampled_from(BODIES)
places = st.sampled_from(PLACES)
topics = st.one_of(
    st.builds(
        lambda head, thing, tail: f"{head} {thing}{tail}",
        st.sampled_from(HEADS), st.sampled_from(THINGS), st.sampled_from(TAILS),
    ),
    st.builds(
        lambda head, one, other, tail: f"{head} {one} og {other}{tail}",
        st.sampled_from(HEADS), st.sampled_from(THINGS), st.sampled_from(THINGS), st.sampled_from(TAILS),
    ),
)  # fmt: skip
titles = st.one_of(st.sampled_from(FIXED), topics)
sentences = st.builds(
    lambda subject, verb, thing, end: f"{subject} {verb} {thing}{end}.",
    st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(ENDS),
)  # fmt: skip
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
orders = st.builds(lambda order, end: f"{order}{end}", st.sampled_from(ORDERS), st.sampled_from(ORDER_ENDS))
decisions = st.lists(orders, min_size=1, max_size=2).map(" ".join)
measures = st.builds(
    lambda deed, thing, end: f"{deed} {thing}{end}",
    st.sampled_from(DEEDS), st.sampled_from(THINGS), st.sampled_from(DEED_ENDS),
)  # fmt: skip
