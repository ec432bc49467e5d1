from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest

from govdocs import Document, Finding, Host, InputError, Layout, Limits, PluginError, Source, Target, read
from govdocs.archive import read_archive
from govdocs.hookspecs import hookimpl
from govdocs.host import list_plugins
from govdocs.model import Severity
from govdocs.parts import Claim, Genre
from govdocs.pipeline import open_layout, open_writers, write
from govdocs.testing import DEEDS, hostile, hostile_file

TEXT = "Referat\nSak 1 Budsjett\nSak 2 Skole"
BUNDLED = {"csv", "docx", "excel", "html", "json", "minutes", "pdf", "text", "xml"}


@pytest.fixture
def document(tmp_path: Path) -> Path:
    place = tmp_path / "referat.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place


def host_with(deed: str) -> Host:
    host = Host.installed()
    host.add(hostile(deed), "hostile")
    return host


def faults(document: Document) -> list[Finding]:
    return [finding for finding in document.findings if finding.code == "GD901"]


AT_LOAD = {
    "misspelt-hook": (
        "govdocs_raed",
        "no such hook; the hooks are govdocs_open, govdocs_claim, govdocs_read, govdocs_check, govdocs_write",
    ),
    "unknown-argument": ("govdocs_read", "asks for 'colour', which this hook does not give; it gives part, vocabulary"),
    "wrong-api": (None, "is written for API 2, this is API 1"),
    "no-hook": (None, "has no hook: mark its functions with govdocs.hookimpl"),
}


@pytest.mark.parametrize("deed", AT_LOAD)
def test_what_is_wrong_at_load_names_the_plugin(deed: str) -> None:
    """A misspelt hook, an unknown argument, a foreign edition and a plugin without hooks never get to run."""
    hook, reason = AT_LOAD[deed]
    with pytest.raises(PluginError, match=reason) as caught:
        host_with(deed)
    assert caught.value.plugin == "hostile"
    assert hook is None or hook in str(caught.value)


def test_a_host_keeps_out_what_it_refused() -> None:
    """A plugin that is refused is not half there: its name is free, and none of its hooks is called."""
    host = Host()
    for deed in AT_LOAD:
        with pytest.raises(PluginError):
            host.add(hostile(deed), "hostile")
    assert host.names == ()
    host.add(hostile("read-invents"), "hostile")
    assert host.names == ("hostile",)


CONTAINED = {
    "open-raises": ("govdocs_open", "raised ZeroDivisionError: a fault of the plugin"),
    "open-wrong-type": ("govdocs_open", "answered with str, not Layout"),
    "open-miscounts": ("govdocs_open", "gave a layout whose line 1 has the number 7"),
    "claim-raises": ("govdocs_claim", "raised ZeroDivisionError: a fault of the plugin"),
    "claim-raises-late": ("govdocs_claim", "raised ZeroDivisionError: a fault of the plugin"),
    "claim-outside": ("govdocs_claim", "claims lines 1-4 of 3"),
    "claim-certain": ("govdocs_claim", "claims with confidence 2.0, which is not in (0, 1]"),
    "claim-wrong-type": ("govdocs_claim", "raised TypeError: 'int' object is not iterable"),
    "claim-exits": ("govdocs_claim", "raised SystemExit: 3"),
    "claim-unread": ("govdocs_read", "claimed a part but has no such hook"),
    "read-raises": ("govdocs_read", "raised ZeroDivisionError: a fault of the plugin"),
    "read-raises-input-error": ("govdocs_read", "raised InputError: hostile: is broken"),
    "read-wrong-type": ("govdocs_read", "answered with str, not Meeting or ActionPlan"),
    "read-wrong-field": ("govdocs_read", "gave a record whose Case.title is None, not str"),
    "read-outside": (
        "govdocs_read",
        "gave a record whose Case.span is page 1, lines 1-4, which is no place in a document of 3 lines",
    ),
    "read-gives-ids": ("govdocs_read", "gave a record whose Case.id is 'mine', though ids are given by the core"),
    "check-raises": ("govdocs_check", "raised ZeroDivisionError: a fault of the plugin"),
    "check-wrong-type": ("govdocs_check", "gave a str, not a Finding"),
    "check-outside": (
        "govdocs_check",
        "gave the finding XX1 page 1, lines 1-4, which is no place in a document of 3 lines",
    ),
}


@pytest.mark.parametrize("deed", CONTAINED)
def test_a_plugin_that_breaks_its_contract_spoils_its_own_part_only(deed: str, document: Path) -> None:
    """The document is delivered, with a finding of severity error that names plugin and hook."""
    hook, reason = CONTAINED[deed]
    result = read(document, host=host_with(deed))
    (fault,) = faults(result)
    assert fault.message == f"plugin hostile.{hook}: {reason}"
    assert fault.severity is Severity.ERROR
    assert len(result.ledger.entries) == 3
    assert not [meeting for meeting in result.meetings if meeting.id == "mine"]


@pytest.mark.parametrize("deed", CONTAINED)
def test_strict_raises_instead(deed: str, document: Path) -> None:
    """With `strict` the same fault is an exception, with its cause where the plugin raised one."""
    hook, reason = CONTAINED[deed]
    with pytest.raises(PluginError) as caught:
        read(document, host=host_with(deed), strict=True)
    assert (caught.value.plugin, caught.value.hook, caught.value.reason) == ("hostile", hook, reason)
    assert (caught.value.__cause__ is not None) == reason.startswith("raised")


def test_what_others_read_is_not_touched_by_a_fault(root: Path) -> None:
    """A reader that raises changes nothing in what the others read of the same document."""
    place = root / "examples" / "archive" / "eldreraadet_referat_2025-04-08.txt"
    alone = read(place)
    assert alone.meetings
    beside = read(place, host=host_with("claim-raises"))
    assert len(faults(beside)) == 1
    assert beside.meetings == alone.meetings
    assert beside.ledger == alone.ledger


def test_two_openers_are_an_error_that_names_both(document: Path) -> None:
    """Precedence is never silent."""
    with pytest.raises(PluginError, match=r"plugin hostile and text.govdocs_open: both opened referat.txt"):
        read(document, host=host_with("open-answers-all"))


def test_two_writers_are_an_error_that_names_both(tmp_path: Path) -> None:
    """Two plugins that answer for one target are told before anything is written."""
    host = host_with("write-clock")
    host.add(hostile("write-clock"), "other")
    with pytest.raises(PluginError, match=r"plugin hostile and other\.govdocs_write: both want to write"):
        open_writers([tmp_path / "a.hostile"], host)


def test_an_opener_that_finds_fault_with_another_ones_source_is_told(document: Path) -> None:
    """An `InputError` counts where nobody opens the source; where somebody does, it is that plugin's mistake."""

    class Jealous:
        @hookimpl
        def govdocs_open(self, source: Source) -> None:
            raise InputError(source.name, "is not mine")

    host = Host.installed()
    host.add(Jealous(), "jealous")
    (fault,) = faults(read(document, host=host))
    assert fault.message == (
        "plugin jealous.govdocs_open: finds fault with what another plugin opens: referat.txt: is not mine"
    )
    with pytest.raises(InputError, match="is not mine"):
        open_layout(Source(name="a", data=b"\0\1\2" * 99), host, Limits())
    with pytest.raises(PluginError, match="jealous"):
        open_layout(Source(name="a.txt", data=b"Referat"), host, Limits())


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("write-raises", "raised ZeroDivisionError: a fault of the plugin"),
        ("write-wrong-type", "answered with str, which cannot write and close"),
    ],
)
def test_a_writer_that_fails_to_begin_is_an_error_that_names_it(deed: str, reason: str, tmp_path: Path) -> None:
    """No register is begun where one of the plugins asked for it is broken."""
    with pytest.raises(PluginError) as caught:
        write([], tmp_path / "a.hostile", host=host_with(deed))
    assert str(caught.value) == f"plugin hostile.govdocs_write: {reason}"
    assert list(tmp_path.iterdir()) == []


def test_out_of_memory_is_not_blamed_on_the_plugin(document: Path) -> None:
    """Memory runs out because of the source; the archive tells it as a bound that was passed."""

    class Hungry:
        @hookimpl
        def govdocs_claim(self) -> None:
            raise MemoryError

    host = Host.installed()
    host.add(Hungry(), "hungry")
    with pytest.raises(MemoryError):
        read(document, host=host)


PATIENCE = 6
"""Seconds for one source: enough on a busy machine for all but a plugin that hangs."""
PROCESSES = {
    "claim-hangs": f"passes the bound seconds ({PATIENCE}) in plugin hostile_claim_hangs.govdocs_claim",
    "claim-dies": (
        "killed the process that read it, which ended with status 3 in plugin hostile_claim_dies.govdocs_claim"
    ),
}


@pytest.mark.parametrize("deed", PROCESSES)
def test_a_plugin_that_hangs_or_kills_its_process_costs_one_source(deed: str, document: Path) -> None:
    """Read in a worker process, the source is one failure with its reason, and the run goes on."""
    host = Host.installed(files=[hostile_file(document.parent, deed)])
    archive = read_archive(document, host=host, limits=Limits(seconds=PATIENCE), jobs=1)
    assert list(archive) == []
    assert [failure.reason for failure in archive.failures] == [PROCESSES[deed]]


@pytest.mark.parametrize("deed", PROCESSES)
def test_a_single_file_is_bounded_too_where_it_is_asked_for(deed: str, document: Path) -> None:
    """`read` with `jobs=1` raises what an archive tells as a failure; what goes well is what this process reads."""
    host = Host.installed(files=[hostile_file(document.parent, deed)])
    with pytest.raises(InputError) as caught:
        read(document, host=host, limits=Limits(seconds=PATIENCE), jobs=1)
    assert caught.value.reason == PROCESSES[deed]
    assert read(document, jobs=1) == read(document)
    with pytest.raises(InputError, match="does not exist"):
        read(document.with_name("finnes-ikke.txt"), jobs=1)
    with pytest.raises(ValueError, match="added by hand"):
        read(document, host=host_with(deed), jobs=1)


def test_what_hangs_outside_of_hooks_is_blamed_on_no_plugin(document: Path) -> None:
    """Each hook is told before it is called and when it is done, in the order of the calls."""
    told: list[str | None] = []
    host = host_with("check-raises")
    host.watch(told.append)
    read(document, host=host)
    assert told[0::2] == [hook for hook in told if hook]
    assert told[1::2] == [None] * (len(told) // 2)
    assert "hostile.govdocs_check" in told


def test_a_file_that_ends_the_program_is_named(tmp_path: Path) -> None:
    """A plugin that calls `sys.exit` where it is loaded does not end the program in silence."""
    (tmp_path / "leaves.py").write_text("import sys\nsys.exit()\n")
    with pytest.raises(PluginError, match=r"leaves\.py: cannot be loaded: SystemExit"):
        Host.installed(files=[tmp_path / "leaves.py"])


def test_a_file_may_not_have_an_installed_plugins_name(tmp_path: Path) -> None:
    """Author and user are told whose name it is, and both ways out work."""
    (tmp_path / "text.py").write_text("from govdocs import hookimpl\n@hookimpl\ndef govdocs_check(): return None\n")
    with pytest.raises(PluginError, match="an installed plugin is called text too; rename the file, or"):
        Host.installed(files=[tmp_path / "text.py"])
    assert Host.installed(files=[tmp_path / "text.py"], without=["text"]).hooks("text") == ("govdocs_check",)


def test_every_deed_is_tried() -> None:
    """Nothing that the hostile plugin can do is left untried on the host; what the host lets by, others see to."""
    # The checks find invented and misplaced words; the kit for authors finds what only a second run can show.
    let_by = {"read-invents", "read-misplaces", "read-changes-layout", "read-differs", "write-elsewhere", "write-clock"}
    tried = {*AT_LOAD, *CONTAINED, *PROCESSES, "open-answers-all", "write-raises", "write-wrong-type"}
    assert tried | let_by == set(DEEDS)
    assert not tried & let_by


def misfits() -> Iterator[tuple[str, Callable[[Layout], object], str]]:
    def claim(**changes: object) -> Callable[[Layout], object]:
        whole: dict[str, object] = {"genre": Genre.PLAN, "first": 1, "last": 2, "confidence": 0.5}
        return lambda layout: [Claim(**(whole | changes))]  # type: ignore[arg-type]

    yield "a number as text", claim(first="1"), "gave a claim whose first is '1', not int"
    yield "a truth value as number", claim(first=True), "gave a claim whose first is True, not int"
    yield "a genre as text", claim(genre="plan"), "gave a claim whose genre is 'plan', not Genre"
    yield "a list", claim(yields_to=[]), "gave a claim whose yields_to is [], not tuple[Genre, ...]"
    yield "a long value", claim(label=b"x" * 99), "gave a claim whose label is a bytes, not str"
    yield "no claim", lambda layout: [3], "gave a int, not a Claim"
    yield "an empty stretch", claim(first=2, last=1), "claims lines 2-1 of 3"
    yield "no confidence", claim(confidence=0), "claims with confidence 0, which is not in (0, 1]"


@pytest.mark.parametrize(
    ("name", "answer", "reason"), list(misfits()), ids=lambda item: item if isinstance(item, str) else ""
)
def test_a_claim_that_cannot_be_is_told(
    name: str, answer: Callable[[Layout], object], reason: str, document: Path
) -> None:
    """Types, lines and confidence of a claim are looked at before anything is made of it."""

    class Reader:
        @hookimpl
        def govdocs_claim(self, layout: Layout) -> object:
            return answer(layout)

    host = Host.installed()
    host.add(Reader(), "reader")
    (fault,) = faults(read(document, host=host))
    assert fault.message == f"plugin reader.govdocs_claim: {reason}"


def test_plugins_are_listed_without_being_imported(root: Path) -> None:
    """The list comes from the sources as they lie: no plugin's module, and none of its libraries, is loaded."""
    code = """
        import sys
        from govdocs.host import list_plugins
        names = {plugin.name for plugin in list_plugins()}
        heavy = ("lxml", "openpyxl", "pypdfium2", "msgspec")
        print(sorted(name for name in sys.modules if name.startswith("govdocs_") or name.partition(".")[0] in heavy))
        print(sorted(names))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    loaded, names = map(ast_literal, done.stdout.splitlines())
    assert loaded == []
    assert set(names) >= BUNDLED


def ast_literal(text: str) -> list[str]:
    value = ast.literal_eval(text)
    assert isinstance(value, list)
    return value


def test_the_list_tells_name_version_distribution_hooks_and_api() -> None:
    """What the list says of a plugin is what the loaded plugin has."""
    host = Host.installed()
    for plugin in list_plugins():
        assert plugin.hooks == host.hooks(plugin.name)
        assert plugin.version == host.version(plugin.name)
        assert plugin.api == 1
        assert plugin.distribution is not None
        if plugin.name in BUNDLED:
            assert (plugin.distribution, plugin.module) == ("govdocs", f"govdocs_{plugin.name}")


def test_a_plugin_switched_off_is_not_imported(root: Path) -> None:
    """`without` works before the import: a plugin that cannot even be loaded can be switched off."""
    code = """
        import sys
        from govdocs import Host
        host = Host.installed(without=["excel", "pdf"])
        print([name for name in ("govdocs_excel", "govdocs_pdf", "govdocs_text") if name in sys.modules])
        print(list(host.names))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    loaded, names = map(ast_literal, done.stdout.splitlines())
    assert loaded == ["govdocs_text"]
    assert "text" in names
    assert not {"excel", "pdf"} & set(names)


def test_switching_off_what_is_not_there_is_an_error() -> None:
    """A misspelt name would leave the plugin on in silence."""
    with pytest.raises(PluginError, match="plugin exel: is not installed, so it cannot be switched off"):
        Host.installed(without=["exel"])


def test_a_single_file_is_a_plugin(document: Path) -> None:
    """`files` loads a Python file by its path, under the name of the file."""
    place = hostile_file(document.parent, "claim-outside")
    host = Host.installed(files=[place])
    assert place.stem in host.names
    assert [fault.message for fault in faults(read(document, host=host))] == [
        f"plugin {place.stem}.govdocs_claim: claims lines 1-4 of 3"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("import nothing_by_this_name", "cannot be loaded: ModuleNotFoundError"),
        ("def broken(:", "cannot be loaded: SyntaxError"),
        ("x = 1", "has no hook"),
        (None, "does not exist"),
    ],
)
def test_a_file_that_is_no_plugin_is_an_error_that_names_it(content: str | None, reason: str, tmp_path: Path) -> None:
    """A file that is missing, broken or without hooks is told by its path or name, and why."""
    place = tmp_path / "mine.py"
    if content is not None:
        place.write_text(content)
    with pytest.raises(PluginError, match=reason) as caught:
        Host.installed(files=[place])
    assert "mine" in caught.value.plugin


def test_a_name_is_given_once() -> None:
    """Two plugins of one name are an error, not the last one's victory."""
    host = host_with("read-invents")
    with pytest.raises(PluginError, match="plugin hostile: is registered twice"):
        host.add(hostile("read-invents"), "hostile")
    with pytest.raises(PluginError, match="is registered twice"):
        Host.installed(files=[Path(__file__).with_name("toy_plugin.py")] * 2)


def test_an_object_that_cannot_be_hashed_is_refused_by_name() -> None:
    """A plugin may be any object that pluggy can keep; what it cannot is told like any other fault."""

    @attrs.define
    class Equal:
        @hookimpl
        def govdocs_claim(self) -> None:
            return None

    with pytest.raises(PluginError, match="plugin equal: cannot be a plugin: unhashable"):
        Host().add(Equal(), "equal")


def test_a_host_of_some_plugins_has_these_alone(document: Path) -> None:
    """`only` makes a host of the plugins named, loaded as they are, and refuses a name it does not have."""
    host = host_with("claim-outside")
    alone = host.only("text", "hostile")
    assert alone.names == ("hostile", "text")
    assert [len(faults(read(document, host=each))) for each in (alone, host.only("text"))] == [1, 0]
    assert alone.version("text") == host.version("text")
    with pytest.raises(PluginError, match="plugin txt: is not among hostile, text"):
        alone.only("txt")
    with pytest.raises(PluginError, match="is not among no plugins"):
        Host().only("text")
    again = Host()
    plugin = hostile("claim-outside")
    again.add(plugin, "one")
    with pytest.raises(PluginError, match="plugin two: cannot be a plugin: Plugin already registered"):
        again.add(plugin, "two")


def test_hooks_are_called_plugin_by_plugin_in_the_order_of_their_names(document: Path) -> None:
    """Order of answers is that of the names, whatever the order of loading, so that results are the same everywhere."""
    calls: list[str] = []

    def reader(name: str) -> object:
        class Reader:
            @hookimpl
            def govdocs_claim(self, layout: Layout) -> None:
                calls.append(name)

        return Reader()

    host = Host.installed().only("text")
    for name in ("b", "a", "c"):
        host.add(reader(name), name)
    read(document, host=host)
    assert calls == ["a", "b", "c"]


def test_there_is_no_global_host(document: Path) -> None:
    """What is added to one host is in no other."""
    host_with("claim-raises")
    assert "hostile" not in Host.installed().names
    assert faults(read(document)) == []


def test_a_target_that_nobody_knows_is_left_to_the_core(tmp_path: Path) -> None:
    """A host only gathers answers; none is an empty list."""
    assert Host.installed().write(Target.parse(str(tmp_path / "a.unknown"))) == []


PACKAGE = {
    "govdocs_strange/__init__.py": "",
    "govdocs_strange/inner.py": "GOVDOCS_API = 1\ndef govdocs_read(part): ...\ndef govdocs_open(source): ...\n",
    "govdocs_strange/deep/__init__.py": "OTHER = GOVDOCS_API = 7\ndef govdocs_check(document): ...\n",
    "govdocs_strange/broken.py": "def govdocs_read(:\n",
    "govdocs_strange/objects.py": (
        "from govdocs import hookimpl\n\nclass Plugin:\n    @hookimpl\n"
        "    def govdocs_claim(self, layout):\n        return []\n\nplugin = Plugin()\n"
    ),
}


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a package on the path, and let entry points of the given names and values be all there are."""
    for name, content in PACKAGE.items():
        place = tmp_path / "site" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))

    def entries(*pairs: tuple[str, str]) -> None:
        points = tuple(EntryPoint(name=name, value=value, group="govdocs") for name, value in pairs)
        monkeypatch.setattr("govdocs.host.entry_points", lambda group: points)

    return entries


@pytest.mark.parametrize(
    ("value", "hooks", "api"),
    [
        ("govdocs_strange", (), None),
        ("govdocs_strange.inner", ("govdocs_open", "govdocs_read"), 1),
        ("govdocs_strange.deep", ("govdocs_check",), 7),
        ("govdocs_strange.objects:plugin", ("govdocs_claim",), None),
        ("govdocs_strange.broken", (), None),
        ("govdocs_strange.gone", (), None),
        ("govdocs_nowhere", (), None),
        ("sys", (), None),
    ],
)
def test_what_a_plugin_has_is_read_from_its_source(
    value: str, hooks: tuple[str, ...], api: int | None, install: Callable[..., None]
) -> None:
    """Modules in packages and objects in modules are looked into; what cannot be seen is left open, and no error."""
    install(("strange", value))
    (info,) = list_plugins()
    assert (info.name, info.module, info.hooks, info.api) == ("strange", value, hooks, api)
    assert (info.distribution, info.version) == (None, None)
    assert "govdocs_strange.inner" not in sys.modules


def test_an_object_can_be_a_plugin(install: Callable[..., None]) -> None:
    """An entry point may name an attribute of a module."""
    install(("object", "govdocs_strange.objects:plugin"))
    host = Host.installed()
    assert (host.names, host.hooks("object"), host.version("object")) == (("object",), ("govdocs_claim",), "0")


def test_a_plugin_that_cannot_be_loaded_is_named_and_can_be_switched_off(install: Callable[..., None]) -> None:
    """One broken installation stops every run until it is mended or switched off, and says which one it is."""
    install(("object", "govdocs_strange.objects:plugin"), ("broken", "govdocs_strange.broken"))
    with pytest.raises(PluginError, match="plugin broken: cannot be loaded: SyntaxError"):
        Host.installed()
    assert Host.installed(without=["broken"]).names == ("object",)


def test_two_distributions_with_one_name_are_an_error_that_names_both(install: Callable[..., None]) -> None:
    """A clash is never settled in silence; the same entry twice, as editable installs leave it, is no clash."""
    install(("x", "govdocs_strange.objects:plugin"), ("x", "govdocs_strange.inner"))
    with pytest.raises(PluginError, match=r"plugin x: two plugins go by this name: \S+, govdocs_strange"):
        Host.installed()
    install(("x", "govdocs_strange.objects:plugin"), ("x", "govdocs_strange.objects:plugin"))
    assert Host.installed().names == ("x",)


LABELS = '[decision.proposed]\nwords = ["havnefogdens ønske"]\nheads = ["kvirring"]\n'
ASKED = """MØTEPROTOKOLL

Havnestyret

Dato: 12.03.2024
Møtested: Rådhuset

Til stede: Kari Berg, Ola Vik, Per Moe

Sak 1/24 Ny kai

Saken gjelder en kai.

Havnefogdens ønske:
Kaien bygges.

Sak 2/24 Fyrlykt

Styrets kvirring til kommunestyret:
Lykten flyttes.
"""


def test_labels_of_a_plugin_are_known_to_every_reader(tmp_path: Path) -> None:
    """A table in a TOML file is a plugin without code, as a module with nothing else is; worker processes know it."""
    source, table = tmp_path / "møte.txt", tmp_path / "havn.toml"
    source.write_text(ASKED, encoding="utf-8")
    table.write_text(LABELS, encoding="utf-8")

    def proposed(host: Host, jobs: int = 0) -> list[str]:
        (meeting,) = read(source, host=host, jobs=jobs).meetings
        return [decision.text for case in meeting.cases for decision in case.decisions]

    assert proposed(Host.installed()) == []
    host = Host.installed(files=[table])
    assert proposed(host) == proposed(host, jobs=1) == ["Kaien bygges.", "Lykten flyttes."]
    added = Host.installed()
    added.add(_Labels(), "labels")
    assert proposed(added) == ["Kaien bygges.", "Lykten flyttes."]
    assert "labels" in added.names


class _Labels:
    GOVDOCS_LABELS = LABELS


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ("words = ", "has no table of labels: Invalid value"),
        ("words = 1", "has no table of labels: words is no group of labels, such as [decision.proposed]"),
        ("[decision]\nproposed = 1", "has no table of labels: decision.proposed has proposed;"),
        ("[decision.proposed]\nwords = 1", "has no table of labels: decision.proposed has words;"),
        ("[decision.proposd]\nwords = ['ønske']", "has no table of labels: no such kind of label: decision.proposd;"),
    ],
)
def test_a_table_of_labels_that_cannot_be_used_is_told(labels: str, reason: str, tmp_path: Path) -> None:
    """What is no TOML, has the wrong shape or a kind that no reader knows."""
    table = tmp_path / "havn.toml"
    table.write_text(labels, encoding="utf-8")
    with pytest.raises(PluginError, match=re.escape(reason)):
        Host.installed(files=[table])
    with pytest.raises(PluginError, match=r"ingen\.toml.*cannot be read"):
        Host.installed(files=[tmp_path / "ingen.toml"])
