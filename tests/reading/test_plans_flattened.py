"""Tables that extraction took apart cell by cell, and tables by alignment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from plans_making import actions, areas, only, rows

from govdocs.typography import wide_gaps, wide_stops

HEAD = "Solvik kommune\n\nTiltaksplan for folkehelse 2024-2027\n\n"


def test_cells_one_below_the_other() -> None:
    """Lines under heads set one a line go to the column they fit, a row at a time."""
    text = HEAD + (
        "Tiltak\nAnsvar\nFrist\nStatus\n\nLage kart over turstiar\nTeknisk eining\n01.06.2024\nPågår\n\n"
        "Halde kurs for vertskap i\nsommarsesongen\nNæringssjefen\nKvar vår\nFerdig\n"
    )
    assert rows(text) == [
        ("Lage kart over turstiar", "Teknisk eining", "01.06.2024", "Pågår"),
        ("Halde kurs for vertskap i sommarsesongen", "Næringssjefen", "Kvar vår", "Ferdig"),
    ]


def test_empty_cell_leaves_no_line() -> None:
    """A row may lack a cell; the next row does not lend it one."""
    text = HEAD + (
        "Tiltak\nAnsvar\nFrist\n\nLage kart\nTeknisk eining\n\nBygge bru over elva\nNæringssjefen\n2025\n\n"
        "Rydde stien\nTeknisk eining\n2026\n"
    )
    assert rows(text) == [
        ("Lage kart", "Teknisk eining"),
        ("Bygge bru over elva", "Næringssjefen", "2025"),
        ("Rydde stien", "Teknisk eining", "2026"),
    ]


def test_rows_on_one_line_with_single_blanks() -> None:
    """A row whose cells stand side by side is cut from the right; a wrapped measure goes on below it."""
    text = HEAD + (
        "Nr. Tiltak Ansvarlig Frist Status\n1 Utarbeide rutine for håndtering Kommunedirektøren 01.06.2024 Pågår\n"
        "av skolefravær\n2 Styrke skolehelsetjenesten Helsestasjonen Løpende Ferdig\n"
    )
    assert [(a.number, *row) for a, row in zip(actions(text), rows(text), strict=True)] == [
        ("1", "Utarbeide rutine for håndtering av skolefravær", "Kommunedirektøren", "01.06.2024", "Pågår"),
        ("2", "Styrke skolehelsetjenesten", "Helsestasjonen", "Løpende", "Ferdig"),
    ]


def test_body_that_comes_again_is_told_at_the_end_of_a_measures_line() -> None:
    """A line may end in a body that stands alone elsewhere."""
    text = HEAD + (
        "Tiltak Ansvar\n\nLage felles rutine for varsling\n\nHelse Solvik RHF\n\n"
        "Sikre at vikarer får opplæring Helse Solvik RHF\n\nMåle hygiene på postene\n\nHelse Solvik RHF\n"
    )
    assert rows(text)[1] == ("Sikre at vikarer får opplæring", "Helse Solvik RHF")


def test_body_in_the_middle_of_a_measure_stays() -> None:
    """A body's name that the measure's text runs on over is no answer to who is responsible."""
    text = HEAD + (
        "Tiltak Ansvar\n\nFølge opp kliniske studier som finansieres av\nHelse Solvik RHF og er synlige på nett\n\n"
        "Helse Solvik RHF\n\nLage rutine\n\nHelse Solvik RHF\n"
    )
    assert rows(text)[0] == (
        "Følge opp kliniske studier som finansieres av Helse Solvik RHF og er synlige på nett",
        "Helse Solvik RHF",
    )


def test_body_at_the_end_of_a_line_that_goes_on() -> None:
    """A known body's name at a line's end is no cell where small letters go on below it."""
    text = HEAD + (
        "Tiltak Ansvar\n\nBruke rutinen Helse Solvik RHF\nhar laget for varsling\n\nHelse Solvik RHF\n\nLage kart\n\n"
        "Helse Solvik RHF\n"
    )
    assert rows(text)[0] == ("Bruke rutinen Helse Solvik RHF har laget for varsling", "Helse Solvik RHF")


def test_row_cut_by_a_page_break() -> None:
    """Sub-points on a new page go on with the measure that a page break cut, though its bodies stood before them."""
    text = HEAD + (
        "Tiltak Ansvar\n\nPrøve ut gulv og sengehøyde, ved å\n\nHelse Solvik RHF\nHelseforetakene\n"
        "\f- Bytte gulv på to poster\n\n"
        "- Ta i bruk senger som kan senkes\n\nKartlegge fallrisiko\n\nHelse Solvik RHF\nHelseforetakene\n\n"
        "Planen gjelder hele landet.\n"
    )
    first, second = actions(text)
    assert [point.text for point in first.points] == ["Bytte gulv på to poster", "Ta i bruk senger som kan senkes"]
    assert first.responsible == second.responsible == ("Helse Solvik RHF", "Helseforetakene")
    assert second.text == "Kartlegge fallrisiko"


AREAS = (
    "Nasjonal plan for levende kyst, 2022-2026\n\nInnsatsområde  Tiltak i planen\n\n1: Bedre kunnskap\n"
    "om livet i\nstrandsonen\n\n"
    "1. Staten vil at det lages et felles kart over tareskog og\n\nålegras\n\nAnsvar: Kystdirektoratet\n\n"
    "2. Staten vil gi tilskudd til mottak av fiskeutstyr i alle havner\n\nAnsvar: Miljøfondet\n\n"
    "2: Ren strand og\nhavner for den\n\n3. Staten vil innføre pant på teiner og garn som settes i fjorden\n\n"
    "Ansvar: Miljøfondet\n"
)


def test_areas_in_a_narrow_column() -> None:
    """An area's title is told by its mark and its narrow lines; its measures by theirs."""
    assert areas(AREAS) == [("1", "Bedre kunnskap om livet i strandsonen"), ("2", "Ren strand og havner for den")]
    assert [(action.number, action.responsible) for action in actions(AREAS)] == [
        ("1", ("Kystdirektoratet",)),
        ("2", ("Miljøfondet",)),
        ("3", ("Miljøfondet",)),
    ]


def test_area_title_cut_by_a_page_break() -> None:
    """What is left of an area's title on the next page goes on with it, not with the measure between."""
    text = AREAS + "\flokale handelen\n\n3: Trygg mat\n\n4. Staten vil samle varsler om giftige alger på ett sted\n"
    assert areas(text)[1] == ("2", "Ren strand og havner for den lokale handelen")
    assert actions(text)[2].responsible == ("Miljøfondet",)


def test_a_lost_first_line_takes_no_other_area_with_it() -> None:
    """Of two counts that run through the table the one with fewer numbers is the areas', though its first is gone."""
    three = AREAS + "\n3: Trygg mat\n\n4. Staten vil samle varsler om giftige alger\n\nAnsvar: Miljøfondet\n"
    without = three.replace("1: Bedre kunnskap\n", "")
    assert areas(without)[1:] == areas(three)[1:]
    assert [action.text for action in actions(without)] == [action.text for action in actions(three)]


def test_a_label_far_below_its_measure_goes_on_with_the_cell() -> None:
    """A line was lost in the last area's cell: the gap it left ends no table where a label of the measure follows."""
    whole = AREAS + "\n3: Trygg mat\n\n4. Staten vil samle varsler om\n\ngiftige alger\n\nAnsvar: Miljøfondet\n"
    whole += "\n5. Staten vil måle varme\n\nAnsvar: Kystdirektoratet\n"
    cut = whole.replace("varsler om\n\ngiftige alger\n", "varsler\n\n\n")
    assert [action.responsible for action in actions(cut)] == [action.responsible for action in actions(whole)]
    assert [action.number for action in actions(cut)] == ["1", "2", "3", "4", "5"]


def test_measures_are_told_on_areas_lines_though_the_first_number_is_lost() -> None:
    """A count may begin with 2 or 3, so that the next number within a line is cut off all the same."""
    text = (
        "Strategi for havteknologi (2018-2023)\n\nStrategiske områder Anbefalinger\n\nKompetanse\n\n{}"
        "2. Legge havteknologi inn i fagbrev\n\nMålestasjoner 3. Bygge ti stasjoner\n\n4. Gjøre målingene åpne\n"
    )
    assert [action.number for action in actions(text.format("1. Holde kurs\n\n"))] == ["1", "2", "3", "4"]
    assert [action.number for action in actions(text.format(""))] == ["2", "3", "4"]


def test_area_and_first_measure_on_one_line() -> None:
    """A measure's mark inside a line parts it from the area's title before it."""
    text = (
        "Strategi for havteknologi (2018-2023)\n\nStrategiske områder Anbefalinger\n\nA: Kompetanse og\n\n"
        "rekruttering\n\n"
        "A1: Legge havteknologi inn i relevante fagbrev for lærlinger\n\nB: Målestasjoner B1: Bygge ti stasjoner\n\n"
        "B2: Gjøre målingene åpne for alle\n"
    )
    assert areas(text) == [("A", "Kompetanse og rekruttering"), ("B", "Målestasjoner")]
    assert [action.number for action in actions(text)] == ["A1", "B1", "B2"]
    plan = only(text)
    assert (plan.title, plan.period) == ("Strategi for havteknologi", "2018-2023")


def test_status_without_other_columns_may_be_any_text() -> None:
    """Where a table has numbers and a state, what stands apart from the measure is its state."""
    text = (
        "Tiltaksliste for åpne målinger\n\nNr Tiltak Status for tiltaket\n\n1 Åpning av monitor Åpner nov 2016\n\n"
        "2\n\n"
        "Bygging av nye stasjoner\n\n\n\nSes i sammenheng med\n\nordningen i vest\n\n3 Felles regler for\n\n"
        "måledata\n\n\n\nUtvalget er\n\noppnevnt\n"
    )
    assert [(a.number, a.text, a.status) for a in actions(text)] == [
        ("1", "Åpning av monitor", "Åpner nov 2016"),
        ("2", "Bygging av nye stasjoner", "Ses i sammenheng med ordningen i vest"),
        ("3", "Felles regler for måledata", "Utvalget er oppnevnt"),
    ]


def test_text_behind_the_table_is_no_row() -> None:
    """Sentences behind a table's end are no measure and nobody's responsibility."""
    text = HEAD + (
        "Tiltak Ansvar\n\nLage rutine\n\nHelse Solvik RHF\n\nMåle hygiene\n\nHelse Solvik RHF\n\n"
        "Slik ble planen laget\n\n"
        "Planen er skrevet av en arbeidsgruppe. Utkastet var på høring våren 2023, og det kom 14 svar.\n"
    )
    assert rows(text) == [("Lage rutine", "Helse Solvik RHF"), ("Måle hygiene", "Helse Solvik RHF")]


ALIGNED = HEAD + (
    "Mål                  Tiltak                          Ansvarleg            Tidsfrist\n\n"
    "Alle skal kunne gå   Kartleggje farlege kryss        Teknisk eining       Hausten 2025\n"
    "trygt til skulen     langs skulevegane               Skulane\n\n"
    "                     Setje opp vegljos, med          Teknisk eining i     2027\n"
    "                       - nye stolpar                 samarbeid med\n"
    "                                                     grendelaget\n"
)


def test_columns_by_alignment() -> None:
    """Cells of several lines side by side are told by where their columns begin."""
    first, second = actions(ALIGNED)
    assert first.text == "Kartleggje farlege kryss langs skulevegane"
    assert (first.responsible, first.deadline) == (("Teknisk eining", "Skulane"), "Hausten 2025")
    assert second.text == "Setje opp vegljos, med nye stolpar"
    assert (second.responsible, second.deadline) == (("Teknisk eining", "grendelaget"), "2027")


def test_one_goal_beside_all_rows_is_the_areas_goal() -> None:
    """A goal's cell that runs down beside the rows belongs to the area, not to a row."""
    (area,) = only(ALIGNED).areas
    assert area.goal == "Alle skal kunne gå trygt til skulen"


def test_aligned_row_goes_on_over_the_page() -> None:
    """A row's rest under the head repeated on the next page, whose columns moved, goes on with the row."""
    text = HEAD + (
        "Aktivitet                       Ansvarlig          Frist\n\n"
        "Lage kart over alle             Teknisk drift      2025\n"
        "turveier                        Oppvekst\n\nLage et felles sam-             Skolene            1.10.2025\n\f"
        "Aktivitet                  Ansvarlig             Frist\n\narbeid som tar for seg     Barnevernet\n"
        "økonomi\n\n"
        "Evaluere planen            Sekretariatet         2027\n"
    )
    assert rows(text)[1] == (
        "Lage et felles samarbeid som tar for seg økonomi",
        "Skolene, Barnevernet",
        "1.10.2025",
    )
    assert len(rows(text)) == 3


def test_text_across_the_columns_ends_the_aligned_table() -> None:
    """A line that runs over a column's border behind a blank line is running text."""
    plan = only(ALIGNED + "\n\nTilsette i kommunen skal vere gode føredøme i trafikken kvar einaste dag.\n")
    assert len(plan.actions) == 2
    assert [area.goal for area in plan.all_areas()] == ["Alle skal kunne gå trygt til skulen"]


def test_rows_abreast_without_numbers() -> None:
    """Where most lines end in a body behind other words, each is a row, though no body comes twice."""
    text = HEAD + (
        "Tiltak Ansvar Frist\nInnføre aktivitetsvenn for eldre Hjemmetjenesten Løpende\n"
        "Bygge ny turvei ved vannet Teknisk drift 2026\nArrangere kurs for foreldre Helsestasjonen 1. mai 2025\n"
    )
    assert rows(text) == [
        ("Innføre aktivitetsvenn for eldre", "Hjemmetjenesten", "Løpende"),
        ("Bygge ny turvei ved vannet", "Teknisk drift", "2026"),
        ("Arrangere kurs for foreldre", "Helsestasjonen", "1. mai 2025"),
    ]


def test_deadline_in_small_letters_is_a_cell_of_its_own() -> None:
    """A deadline may begin with a small letter; it is not the rest of the body's name above it."""
    text = HEAD + (
        "Tiltak\nAnsvar\nFrist\n\nLage bru over elva\nSolvik turlag\nhausten 2026\n\nRydde stien\nTeknisk drift\n"
        "kvar vår\n"
    )
    assert rows(text) == [
        ("Lage bru over elva", "Solvik turlag", "hausten 2026"),
        ("Rydde stien", "Teknisk drift", "kvar vår"),
    ]


def test_amount_stands_under_the_costs() -> None:
    """A bare amount goes under the column of costs and into no measure."""
    text = HEAD + (
        "Tiltak\nAnsvar\nFrist\nKostnad\n\nNye nettsider\nServicetorget\n2025\n250 000\n\nNytt skilt\n"
        "Teknisk drift\n2026\n0\n"
    )
    assert rows(text) == [("Nye nettsider", "Servicetorget", "2025"), ("Nytt skilt", "Teknisk drift", "2026")]


@given(st.text(alphabet="ab  \t.\u00a0", max_size=40))
def test_each_wide_gap_has_the_place_where_its_piece_begins(text: str) -> None:
    """As many pieces have a place as have an offset, and the places rise."""
    stops = wide_stops(text)
    assert len(stops) == len(wide_gaps(text))
    assert list(stops) == sorted(set(stops))


def test_body_at_the_foot_of_every_page_is_no_running_foot() -> None:
    """A body that ends page after page, and stands inside one too, answers for the measures above it."""
    words = ("nord", "sør", "øst", "vest")
    pages = [
        f"Samordne {word} for alle\n\nHavdirektoratet\n\nKartlegge {word} i alle ledd\n\nKystmuseet\n\n"
        f"Lage rutine {word} for alle\n\nHelse Solvik RHF\n\f"
        for word in words
    ]
    inside = "Bygge bru ved havna\n\nHelse Solvik RHF\n\n"
    found = actions(HEAD + "Tiltak Ansvar\n\n" + pages[0] + inside.join(["", "".join(pages[1:])]))
    assert [a.responsible for a in found if a.text.startswith("Lage rutine")] == [("Helse Solvik RHF",)] * 4
    assert [a.responsible for a in found if a.text.startswith("Kartlegge")] == [("Kystmuseet",)] * 4


def test_body_at_the_top_of_a_page_is_no_running_head() -> None:
    """A known body that a page begins with answers for the measure at the foot of the page before."""
    text = HEAD + (
        "Tiltak Ansvar\n\nSamordne tilbudet for alle\n\fHelse Solvik RHF\n\nKartlegge behovet i alle ledd\n\n"
        "Helse Solvik RHF\n\n"
        "Lage rutine for varsling\n\fHelse Solvik RHF\n\nKjøpe utstyr til alle\n\nHelse Solvik RHF\n"
    )
    assert [action.responsible for action in actions(text)] == [("Helse Solvik RHF",)] * 4


def test_blank_lines_inside_a_cell_and_wider_ones_between() -> None:
    """In a text set double, the smaller gap stands inside a cell and the wider one between two."""
    text = HEAD + (
        "Tiltak Ansvar\n\n\nStyrke arbeidet\n\n\nSolvik havn\n\nHavdirektoratet\n\n\n"
        "Ta i bruk kart sammen med frivillige\n\n\n"
        "Kystmuseet i Solvik\n\nSolvik fylkeskommune\n"
    )
    assert rows(text) == [
        ("Styrke arbeidet", "Solvik havn, Havdirektoratet"),
        ("Ta i bruk kart sammen med frivillige", "Kystmuseet i Solvik, Solvik fylkeskommune"),
    ]


def test_rest_of_two_cells_on_one_line() -> None:
    """As lines stood on the page, the rest of the measure and of who answers may share the line below a row."""
    text = HEAD + (
        "Nr Tiltak Ansvarlig Frist Status\n"
        "1 Utarbeide veileder for bruk av video Avdeling for Høst 2024 Pågår\ni alle poliklinikker teknologi\n"
        "2 Kartlegge behov ved sengepostene og Klinikksjefene 2025 Ikke startet\nlage plan for utskifting\n"
        "3 Øve på bortfall av journalsystem Beredskapsleder Årlig Pågår\n"
    )
    assert rows(text)[:2] == [
        ("Utarbeide veileder for bruk av video i alle poliklinikker", "Avdeling for teknologi", "Høst 2024", "Pågår"),
        ("Kartlegge behov ved sengepostene og lage plan for utskifting", "Klinikksjefene", "2025", "Ikke startet"),
    ]


def test_costs_end_a_row_of_one_line() -> None:
    """An amount at a line's end is what the measure costs; a year before it is the deadline."""
    text = HEAD + (
        "Tiltak Ansvar Tidsrom Kostnad\nLage felles kulturkalender for kommunen Kulturkontoret 2025 50 000\n"
        "Leige ut kulturhuset gratis til øvingar Kulturhuset Løpande Ingen\n"
        "Setje opp skilt ved gravfeltet Teknisk etat 2026 75 000\n"
    )
    assert rows(text) == [
        ("Lage felles kulturkalender for kommunen", "Kulturkontoret", "2025"),
        ("Leige ut kulturhuset gratis til øvingar", "Kulturhuset", "Løpande"),
        ("Setje opp skilt ved gravfeltet", "Teknisk etat", "2026"),
    ]


def test_titles_between_the_rows() -> None:
    """A short line that blank lines part from the rows on both sides is an area; one with sub-points is a measure."""
    row = "{}\n2025\nStudieleder\nIkke startet\n\n"
    text = HEAD + (
        "Tiltak\nTidsplan\nAnsvar\nStatus\n\nRekruttering av studenter\n\n"
        + row.format("Besøke skoler i regionen")
        + "Rekruttering av ansatte\n\n"
        + row.format("Gjennomgå utlysningstekster, i samarbeid med\nfagforeningene")
    )
    assert areas(text) == [(None, "Rekruttering av studenter"), (None, "Rekruttering av ansatte")]


def test_feet_of_pages_are_no_cells() -> None:
    """A line that comes again over a number that counts the pages belongs to no row, though it names a body."""
    row = "{}\nHelsestasjonen\nFastlegene\n2025\n\n"
    foot = "Solvik kommune\n{}\n\n"
    text = HEAD + (
        "Planen gjeld for heile kommunen.\n\n"
        + foot.format(2)
        + "Tiltak\nAnsvarleg\nFrist\n\n"
        + row.format("Spørje om vald i alle helsesamtalar")
        + foot.format(3)
        + row.format("Lage rutine for melding")
        + foot.format(4)
        + row.format("Opprette eit tverrfagleg team")
    )
    assert [action.responsible for action in actions(text)] == [("Helsestasjonen", "Fastlegene")] * 3


def test_body_and_deadline_on_one_line_below_the_measure() -> None:
    """Who answers and the deadline may share a line of their own."""
    text = HEAD + (
        "Tiltak Ansvarlig Frist\nInnføre spørsmål i alle helsesamtaler\n\nHelsestasjonen\n2024\n\n"
        "Rutine for melding skal gjennomgås\nhvert år\n\nAlle enheter Løpende\n\n"
        "Opprette tverrfaglig team\n\nRådmannen\n2025\n"
    )
    assert rows(text)[1] == ("Rutine for melding skal gjennomgås hvert år", "Alle enheter", "Løpende")


def test_sentences_with_headings_are_no_rows() -> None:
    """Paragraphs behind a table, each with a heading, are not taken for measures and who answers for them."""
    row = "Lage kart\nTeknisk eining\n2024\nPågår\n\n"
    text = (
        HEAD
        + ("Tiltak\nAnsvar\nFrist\nStatus\n\n" + row * 2)
        + "".join(
            f"Dette er ein lang setning om arbeidet i kommunen som skal lesast.\n\nOverskrift {n}\n" for n in range(3)
        )
    )
    assert rows(text) == [("Lage kart", "Teknisk eining", "2024", "Pågår")] * 2


def test_an_area_whose_number_is_lost_does_not_hide_the_others() -> None:
    """Areas are known by the numbers that their measures begin with, wherever the first number stands."""
    text = HEAD + (
        "Satsingsområde  Tiltak\n\n{first}friluftsliv\n\n1.1 Lage kart over turstiar\n\n1.2 Rydde stien\n\n"
        "2. Gode møteplassar\n\n2.1 Opne grendehuset\n\n2.2 Halde kafé\n\n"
        "3. Trygg trafikk\n\n3.1 Byggje gangveg\n\n3.2 Lyse opp krysset\n"
    )
    whole, short = (areas(text.format(first=first)) for first in ("1. ", ""))
    assert whole[1:] == short[1:]
    assert len(whole) == 3


TWO_AREAS = HEAD + (
    "Innsatsområde 1 Havna\n\nTiltak Ansvar\n\nLage kart over naust\n\n{}Innsatsområde 2 Kysten\n\nTiltak Ansvar\n\n"
    "Rydde stien langs sjøen\n\nTeknisk etat\n\nBygge bru over elva\n\nKulturetaten\n"
)


def test_a_body_at_the_top_of_a_page_ends_the_row_begun_on_the_page_before() -> None:
    """It is no heading over the area whose own heading stands right below; nor is the measure above another body."""
    assert rows(TWO_AREAS.format("\fHavnevesenet\n\n"))[0] == ("Lage kart over naust", "Havnevesenet")
    more = TWO_AREAS.format("Havnevesenet\n\f\nMåle dybden i bassenget\n\nTeknisk etat\n\n")
    assert rows(more)[:2] == [
        ("Lage kart over naust", "Havnevesenet"),
        ("Måle dybden i bassenget", "Teknisk etat"),
    ]


def test_a_goal_that_two_areas_share_is_no_cell() -> None:
    """The heading over it still heads the table that begins the next page."""
    goal = "Målbilde: Alle kommer trygt fram\n\n"
    text = HEAD + "".join(
        f"Innsatsområde {n} {title}\n\n{goal}{turn}Tiltak Ansvar\n\n{deed}\n\nTeknisk etat\n\n"
        for n, title, turn, deed in (
            (1, "Havna", "", "Lage kart over naust"),
            (2, "Kysten", "\f", "Rydde stien langs sjøen"),
        )
    )
    assert [(area.title, len(area.actions)) for area in only(text).areas] == [("Havna", 1), ("Kysten", 1)]


def test_the_number_of_a_part_may_stand_on_the_next_line() -> None:
    """`– del` calls for it, though the line had room."""
    text = TWO_AREAS.format("Havnevesenet\n\n").replace("2 Kysten", "2 Kysten og havna – del\n2")
    assert areas(text) == [("1", "Havna"), ("2", "Kysten og havna – del 2")]


def test_a_running_head_that_answers_for_measures_too_is_none_of_a_row() -> None:
    """The document begins with it, so that it is a head at the next page's top as well."""
    text = (
        "Solvik kommune\n\n"
        + HEAD.partition("\n\n")[2]
        + TWO_AREAS.removeprefix(HEAD).format(
            "\fSolvik kommune\n\nHavnevesenet\n\nMåle dybden i bassenget\n\nSolvik kommune\n\n"
        )
    )
    assert rows(text)[0] == ("Lage kart over naust", "Havnevesenet")


def test_a_measure_that_comes_twice_is_no_body() -> None:
    """It begins as measures do, with a verb, be it a short one."""
    text = TWO_AREAS.format("Havnevesenet\n\nTa i bruk kartet i alle lag\n\nTeknisk etat\n\n")
    text = text.replace("Rydde stien langs sjøen", "Ta i bruk kartet i alle lag")
    assert [row[0] for row in rows(text)] == [
        "Lage kart over naust",
        "Ta i bruk kartet i alle lag",
        "Ta i bruk kartet i alle lag",
        "Bygge bru over elva",
    ]


def test_a_row_that_ends_two_pages_is_no_foot() -> None:
    """Below a measure stands who answers for it, though the next page ends with the same row."""
    row = "Måle dybden i bassenget\n\nHavnevesenet\n"
    text = HEAD + "\f".join(
        f"Innsatsområde {n} {title}\n\nTiltak Ansvar\n\n{deed}\n\nTeknisk etat\n\n{row}"
        for n, title, deed in ((1, "Havna", "Lage kart over naust"), (2, "Kysten", "Rydde stien langs sjøen"))
    )
    assert rows(text)[1::2] == [("Måle dybden i bassenget", "Havnevesenet")] * 2


def test_under_a_running_head_the_same_body_may_stand_in_a_row() -> None:
    """Of two alike at a page's top only the outer one is the page's head."""
    text = (
        "Solvik kommune\n\n"
        + HEAD.partition("\n\n")[2]
        + TWO_AREAS.removeprefix(HEAD).format(
            "Teknisk etat\n\n\fSolvik kommune\n\nSolvik kommune\n\nMåle dybden i bassenget\n\nHavnevesenet\n\n"
        )
    )
    assert rows(text)[0] == ("Lage kart over naust", "Teknisk etat, Solvik kommune")


def test_a_line_that_comes_again_is_no_running_head_unless_it_begins_pages() -> None:
    """A page may begin with a measure, or the rest of one, that stands further down once more."""
    text = TWO_AREAS.format("Havnevesenet\n\n\fBygge bru over elva\n\nTeknisk etat\n\n")
    assert rows(text)[1:] == [("Bygge bru over elva", "Teknisk etat"), *rows(TWO_AREAS.format("Havnevesenet\n\n"))[1:]]
    wrapped = TWO_AREAS.format("Havnevesenet\n\nMåle dybden sammen med\n\n\fandre\n\nTeknisk etat\n\n")
    again = wrapped.replace("Rydde stien langs sjøen", "Rydde stien sammen med\nandre")
    assert rows(again)[1][0] == "Måle dybden sammen med andre"


def test_a_body_at_a_pages_top_ends_the_row_above() -> None:
    """Where rows go on below it, though all above it had one body each, and where the next area's table follows."""
    three = "".join(
        f"{deed}\n\nTeknisk etat\n\n" for deed in ("Rydde stien", "Bygge bru over elva", "Måle dybden i bassenget")
    )
    more = f"Havnevesenet\n\n{three}\fSolvik fylkeskommune\n\nLage kart over elva\n\nTeknisk etat\n\n"
    found = rows(TWO_AREAS.format(more))
    assert found[3:5] == [
        ("Måle dybden i bassenget", "Teknisk etat, Solvik fylkeskommune"),
        ("Lage kart over elva", "Teknisk etat"),
    ]
    last = rows(TWO_AREAS.format("Havnevesenet\n\fSolvik fylkeskommune\n\n"))
    assert last[0] == ("Lage kart over naust", "Havnevesenet, Solvik fylkeskommune")


def test_a_measure_that_comes_twice_begins_a_row_at_a_pages_top_too() -> None:
    """Though it stands on two whole lines, as bodies do, it is told by its verb."""
    text = (
        HEAD
        + "Tiltak Ansvar\n\nMåle dybden\n\nHavnevesenet\n\fMåle dybden\n\nHavnevesenet\n\nLage kart\n\nHavnevesenet\n"
    )
    assert rows(text) == [("Måle dybden", "Havnevesenet")] * 2 + [("Lage kart", "Havnevesenet")]


def test_a_measure_that_begins_two_pages_is_no_running_head() -> None:
    """Two areas with the same rows, cut by the page's end at the same place, keep both rows."""
    rest = "Rydde kaiene gjennom faste møter\n\nHavneetaten\n\n"
    top = "Innsatsområde {} Stier\n\nTiltak Ansvar\n\nSamordne stiene gjennom faste møter\n\nSolvik kommune\n\n"
    text = f"{HEAD}{top.format(1)}- 1 -\n\f{rest}{top.format(2)}- 2 -\n\f{rest}- 3 -\n"
    both = [
        ("Samordne stiene gjennom faste møter", "Solvik kommune"),
        ("Rydde kaiene gjennom faste møter", "Havneetaten"),
    ]
    assert [(each.text, *each.responsible) for each in actions(text)] == both * 2


def test_a_body_at_a_pages_top_ends_the_row_above_a_heading_of_two_lines() -> None:
    """The heading of the next table, years alone on its second line, is told by its first, and parts off the body."""
    text = TWO_AREAS.format("Havnevesenet\n\fSolvik fylkeskommune\n\n")
    (heading,) = (line for line in text.splitlines() if line.startswith("Innsatsområde 2"))
    text = text.replace(heading, f"{heading} og stiar i perioden\n2024–2027")
    assert rows(text)[0] == ("Lage kart over naust", "Havnevesenet, Solvik fylkeskommune")


def test_a_body_alone_on_the_last_page_ends_the_row_above() -> None:
    """It heads nothing, so it is no letterhead; with text below it, it is one."""
    text = HEAD + "Tiltak Ansvar\n\nMåle dybden\n\nHavnevesenet\n\nLage kart\n\nTeknisk etat\n\f{}"
    assert rows(text.format("Solvik fylkeskommune\n"))[1] == ("Lage kart", "Teknisk etat, Solvik fylkeskommune")
    letter = "Solvik fylkeskommune\n\nVi viser til planen og ber om at dere svarer innen fristen som er satt.\n"
    assert rows(text.format(letter))[1] == ("Lage kart", "Teknisk etat")


def test_a_body_at_a_page_s_top_ends_the_last_row_of_a_table_whose_cells_are_lines() -> None:
    """One more body on the next page is no letterhead where the next area's heading follows it."""
    three = (
        "Tiltak Ansvar\n\nMåle dybden\n\nHavnevesenet\n\nLage kart\n\nTeknisk etat\n\nRydde stien\n\nSolvik museum\n\n"
    )
    text = f"{HEAD}Innsatsområde 1 Kart\n\n{three}\fHelse Fjord RHF\n\nInnsatsområde 2 Stiar\n\n{three}"
    assert rows(text)[2] == ("Rydde stien", "Solvik museum, Helse Fjord RHF")
    assert len(areas(text)) == 2


def test_areas_with_the_same_goal_at_a_pages_turn_stay_apart() -> None:
    """The last words of a goal that another area has too are no running head over the table's heads."""
    head = " Lauvøy – møter og planer i kystkulturarbeidet"
    goal = "Museet drøftet behovet for bedre oversikt og ba om flere"
    rest = "kommunene. Fylkeskommunen hadde innspill til at fristen er kort."
    first = ["Innsatsområde 3 Høring om båtbygging og ny organisering", goal, rest]
    first += ["Tiltak Ansvar", "Evaluere budsjett gjennom faste møter", "Havdirektoratet", "Kystmuseet i Lauvøy"]
    second = ["Innsatsområde 4 Oppfølging av kystled ved fylkesgrensa", goal, head, rest, "Tiltak Ansvar"]
    second += ["Lage rutiner for fartøy", "Helseforetakene", "Styrke arbeidet med beredskap", "Havdirektoratet"]
    plan = only("\n".join(f"{line} " for line in [head, *first, *second]))
    assert [(area.number, len(area.actions)) for area in plan.areas] == [("3", 1), ("4", 2)]


SAID = (
    "{}Samle støtten til\nforskere i foretakene\nFagdirektør\n"
    "Støtten er på plass i to foretak. Det gjenstår å ansette\nstatistiker i Vik.\n\n"
    "{}Øke antall studier\nForskningssjefene\nI 2023 var det 45 studier, mot 38 året før.\nMålet for 2025 er 60.\n\n"
    "{}Utrede eget program\nHR-direktør i samarbeid med\nuniversitetet\nUtredningen er utsatt til 2025.\n"
)


def test_states_in_sentences_where_rows_are_counted() -> None:
    """Where each row begins with the next number, sentences behind who answers tell how far the measure has come."""
    wanted = [
        "Støtten er på plass i to foretak. Det gjenstår å ansette statistiker i Vik.",
        "I 2023 var det 45 studier, mot 38 året før. Målet for 2025 er 60.",
        "Utredningen er utsatt til 2025.",
    ]
    inside = actions(HEAD + "Tiltak\nAnsvar\nStatus\n\n" + SAID.format("1. ", "2. ", "3. "))
    beside = actions(HEAD + "Nr. Tiltak Ansvar Status\n\n" + SAID.format("1\n", "2\n", "3\n"))
    for found in (inside, beside):
        assert [action.status for action in found] == wanted
        assert [action.number for action in found] == ["1", "2", "3"]
        assert [action.responsible[0] for action in found] == ["Fagdirektør", "Forskningssjefene", "HR-direktør"]


def test_areas_beside_measures_with_bullets() -> None:
    """A short line over the bullets of a row is the cell of its area where the heads name one."""
    text = HEAD + (
        "Innsatsområde Tiltak Ansvar\n\nKultur og ledelse\n• Ta opp innovasjon i lederprogrammet\n• Gi en pris\n"
        "HR-direktør\n\nInfrastruktur\n• Lage rom for testing\n• Gi juridisk støtte\nForskningsdirektør\n"
    )
    assert areas(text) == [(None, "Kultur og ledelse"), (None, "Infrastruktur")]
    assert [action.responsible for action in actions(text)] == [("HR-direktør",), ("Forskningsdirektør",)]


def test_a_club_answers_in_a_row_on_one_line() -> None:
    """The name before `IL` is the club's, and no word of the measure."""
    text = HEAD + (
        "Nr Tiltak Ansvar Frist\n1 Rette opp banen på Moen Teknisk 2025\n2 Lysløype fra Brekka Skogtun IL 2026\n"
        "3 Kurs for voksne Kulturkontoret Hvert år\n"
    )
    assert rows(text)[1] == ("Lysløype fra Brekka", "Skogtun IL", "2026")
