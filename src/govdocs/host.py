"""Loads plugins, calls their hooks, and blames by name."""

from __future__ import annotations

import ast
import functools
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pluggy
from attrs import frozen

from govdocs import hookspecs
from govdocs.errors import InputError, PluginError, TargetError
from govdocs.layout import Layout, Source
from govdocs.limits import Limits
from govdocs.model import ActionPlan, Document, Finding, Meeting
from govdocs.parts import Claim, Part, named
from govdocs.soundness import claim_fault, finding_fault, layout_fault, record_fault
from govdocs.targets import Target

if TYPE_CHECKING:
    from govdocs.norwegian import Vocabulary

__all__ = ["Host", "PluginInfo", "Selection", "list_plugins"]

GROUP = "govdocs"
HOOKS = ("govdocs_open", "govdocs_claim", "govdocs_read", "govdocs_check", "govdocs_write")


@frozen(kw_only=True)
class Selection:
    """Which plugins a host was made of, so that another process can make the same one."""

    without: tuple[str, ...] = ()
    """Installed plugins that were left out."""
    files: tuple[Path, ...] = ()
    """Single files that were loaded as plugins."""


@frozen(kw_only=True)
class PluginInfo:
    """What is known of a plugin without importing it."""

    name: str
    """Its name in the entry-point group."""
    module: str
    """Module (or `module:attribute`) it points at."""
    distribution: str | None = None
    """Distribution that brought it."""
    version: str | None = None
    """That distribution's version."""
    hooks: tuple[str, ...] = ()
    """Hooks its source defines; empty where the source cannot be seen."""
    api: int | None = None
    """Edition of the hooks it says it is for; `None` where it does not say."""


def list_plugins() -> list[PluginInfo]:
    """List the installed plugins by name, importing none of them."""
    infos = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        hooks, api = _seen(entry.module)
        infos.append(
            PluginInfo(
                name=entry.name,
                module=entry.value,
                distribution=entry.dist.name if entry.dist else None,
                version=entry.dist.version if entry.dist else None,
                hooks=hooks,
                api=api,
            )
        )
    return infos


def _seen(module: str) -> tuple[tuple[str, ...], int | None]:
    """Read hooks and API edition from a module's source, which is parsed and not run."""
    top = module.partition(".")[0]
    try:
        spec = importlib.util.find_spec(top)
        if spec is None or spec.origin is None:
            return (), None
        place = Path(spec.origin)
        for name in module.split(".")[1:]:
            inner = place.parent / name
            place = inner / "__init__.py" if inner.is_dir() else inner.with_suffix(".py")
        tree = ast.parse(place.read_bytes())
    except (OSError, SyntaxError, ValueError, ImportError):
        return (), None
    found = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    api = None
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, int)
            and any(isinstance(t, ast.Name) and t.id == "GOVDOCS_API" for t in node.targets)
        ):
            api = node.value.value
    return tuple(hook for hook in HOOKS if hook in found), api


class Host:
    """A set of plugins and the calls to their hooks. Make one and pass it on; there is no global one."""

    def __init__(self) -> None:
        self._manager = pluggy.PluginManager("govdocs")
        self._manager.add_hookspecs(hookspecs)
        self._versions: dict[str, str] = {}
        self._selection: Selection | None = None
        self._vocabulary: Vocabulary | None = None
        self._tell: Callable[[str | None], None] = lambda _: None

    @classmethod
    def installed(cls, *, without: Iterable[str] = (), files: Iterable[Path] = ()) -> Host:
        """Make a host with every installed plugin but those named, and with plugins from single files."""
        host = cls()
        files = tuple(Path(path).absolute() for path in files)
        unwanted = set(without)
        known = {entry.name for entry in entry_points(group=GROUP)}
        for name in sorted(unwanted - known):
            raise PluginError(name, None, "is not installed, so it cannot be switched off")
        seen: dict[str, EntryPoint] = {}
        for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
            if entry.name in unwanted:
                continue
            if entry.name in seen and seen[entry.name].value != entry.value:
                both = f"{seen[entry.name].value}, {entry.value}"
                raise PluginError(entry.name, None, f"two plugins go by this name: {both}")
            if entry.name not in seen:
                seen[entry.name] = entry
                host.add(_load(entry), entry.name, entry.dist.version if entry.dist else "0")
        for path in files:
            if path.stem in seen:
                reason = f"an installed plugin is called {path.stem} too; rename the file, or switch that one off"
                raise PluginError(str(path), None, reason)
            host.add(_load_file(path), path.stem)
        host._selection = Selection(without=tuple(sorted(unwanted)), files=files)
        return host

    def add(self, plugin: object, name: str, version: str = "0") -> None:
        """Register a plugin; a misspelt hook, an unknown argument or a foreign API edition is a `PluginError`."""
        api = getattr(plugin, "GOVDOCS_API", hookspecs.API)
        if api != hookspecs.API:
            raise PluginError(name, None, f"is written for API {api}, this is API {hookspecs.API}")
        if name in self._versions:
            raise PluginError(name, None, "is registered twice")
        try:
            hash(plugin)  # pluggy keeps plugins in sets
            self._manager.register(plugin, name)
            hooks = [caller.name for caller in self._manager.get_hookcallers(plugin) or ()]
            for hook in hooks:
                if hook not in HOOKS:
                    raise PluginError(name, hook, f"no such hook; the hooks are {', '.join(HOOKS)}")
            labels = getattr(plugin, "GOVDOCS_LABELS", None)
            if not hooks and labels is None:
                raise PluginError(name, None, "has no hook: mark its functions with govdocs.hookimpl")
            if labels is not None:
                self._vocabulary = self._extended(name, labels)
        except pluggy.PluginValidationError as error:
            if self._manager.is_registered(plugin):
                self._manager.unregister(plugin)
            place = re.search(r"for hook '(\w+)'", str(error))
            wrong = place.group(1) if place else None
            raise PluginError(name, wrong, _unknown(wrong, str(error))) from error
        except PluginError:
            self._manager.unregister(plugin)
            raise
        except (TypeError, ValueError) as error:
            raise PluginError(name, None, f"cannot be a plugin: {error}") from error
        self._versions[name] = version
        self._selection = None

    def _extended(self, name: str, labels: object) -> Vocabulary:
        if not isinstance(labels, str):
            raise PluginError(name, None, f"GOVDOCS_LABELS is {type(labels).__name__}, not a table as text")
        try:
            return self.vocabulary.extended(labels)
        except ValueError as error:  # what is no TOML too
            raise PluginError(name, None, f"has no table of labels: {error}") from error

    @property
    def vocabulary(self) -> Vocabulary:
        """The labels of the genre, with those that plugins add."""
        from govdocs.norwegian import Vocabulary  # here, since listing plugins needs none

        return self._vocabulary or Vocabulary.standard()

    def only(self, *names: str) -> Host:
        """Make a host of some of these plugins."""
        host = Host()
        for name in names:
            if name not in self._versions:
                raise PluginError(name, None, f"is not among {', '.join(self.names) or 'no plugins'}")
            host.add(self._manager.get_plugin(name), name, self._versions[name])
        return host

    @property
    def selection(self) -> Selection | None:
        """What `installed` was called with; `None` once a plugin has been added by hand."""
        return self._selection

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the plugins, sorted."""
        return tuple(sorted(self._versions))

    def hooks(self, name: str) -> tuple[str, ...]:
        """Return the hooks that a plugin has, in call order."""
        callers = self._manager.get_hookcallers(self._manager.get_plugin(name)) or ()
        mine = {caller.name for caller in callers}
        return tuple(hook for hook in HOOKS if hook in mine)

    def version(self, name: str) -> str:
        """Return a plugin's version, `"0"` where it has none."""
        return self._versions[name]

    def watch(self, tell: Callable[[str | None], None]) -> None:
        """Have the name of each hook told before it is called, as `plugin.hook`, and `None` when it is done.

        So whoever stops a process that hangs can say which plugin it hung in.
        """
        self._tell = tell

    def open(
        self, source: Source, limits: Limits, blame: Callable[[PluginError], None] | None = None
    ) -> list[tuple[str, Layout]]:
        """Ask every plugin to open a source; the answers by plugin.

        A plugin that fails goes to `blame` where another one answers, so that it spoils only its own format; where none
        does, its error is raised.
        """
        answers: list[tuple[str, Layout]] = []
        faults: list[InputError] = []
        errors: list[PluginError] = []
        for name, call in self._calls("govdocs_open"):
            try:
                answer = self._guarded(name, "govdocs_open", call, InputError, source=source, limits=limits)
                if answer is None:
                    continue
                _refuse(name, "govdocs_open", layout_fault(answer))
                answers.append((name, answer))
            except InputError as fault:
                faults.append(fault)
                errors.append(PluginError(name, "govdocs_open", f"finds fault with what another plugin opens: {fault}"))
            except PluginError as error:
                errors.append(error)
        if not answers and (faults or errors):
            raise (*faults, *errors)[0]
        for error_of_other in errors:
            if blame is None:
                raise error_of_other
            blame(error_of_other)
        return answers

    def claim(self, layout: Layout, blame: Callable[[PluginError], None]) -> list[Claim]:
        """Ask every reader for its claims; a reader that breaks the contract claims nothing and goes to `blame`."""
        claims: list[Claim] = []
        words = self.vocabulary
        for name, call in self._calls("govdocs_claim"):
            try:
                answer = self._guarded(name, "govdocs_claim", _listed(call), layout=layout, vocabulary=words)
                for claim in answer:
                    _refuse(name, "govdocs_claim", claim_fault(claim, layout))
                claims.extend(named(claim, name) for claim in answer)
            except PluginError as error:
                blame(error)
        return claims

    def read(self, part: Part) -> Meeting | ActionPlan | None:
        """Have the plugin that won a claim read its part."""
        name = part.claim.reader
        for reader, call in self._calls("govdocs_read"):
            if reader == name:
                answer: Meeting | ActionPlan | None = self._guarded(
                    name, "govdocs_read", call, part=part, vocabulary=self.vocabulary
                )
                if answer is not None:
                    _refuse(name, "govdocs_read", record_fault(answer, part.layout))
                return answer
        raise PluginError(name, "govdocs_read", "claimed a part but has no such hook")

    def check(self, document: Document, layout: Layout, blame: Callable[[PluginError], None]) -> list[Finding]:
        """Gather what the checks find; a check that breaks the contract finds nothing and goes to `blame`."""
        findings: list[Finding] = []
        for name, call in self._calls("govdocs_check"):
            try:
                answer = self._guarded(name, "govdocs_check", _listed(call), document=document, layout=layout)
                for finding in answer:
                    _refuse(name, "govdocs_check", finding_fault(finding, layout))
                findings.extend(answer)
            except PluginError as error:
                blame(error)
        return findings

    def write(self, target: Target) -> list[tuple[str, hookspecs.Writer]]:
        """Ask every plugin for a writer for a target; the answers by plugin."""
        answers: list[tuple[str, hookspecs.Writer]] = []
        for name, call in self._calls("govdocs_write"):
            answer = self._guarded(name, "govdocs_write", call, TargetError, target=target)
            if answer is not None:
                sound = callable(getattr(answer, "write", None)) and callable(getattr(answer, "close", None))
                kind = type(answer).__name__
                _refuse(name, "govdocs_write", None if sound else f"answered with {kind}, which cannot write and close")
                answers.append((name, answer))
        return answers

    def _guarded(
        self, plugin: str, hook: str, call: Callable[..., Any], allowed: type[Exception] = PluginError, **arguments: Any
    ) -> Any:
        """Call a hook; what it may not raise becomes a `PluginError` with its cause kept."""
        self._tell(f"{plugin}.{hook}")
        try:
            return call(**arguments)
        except (allowed, MemoryError):  # out of memory is the source's fault, and is told as a bound that was passed
            raise
        except (Exception, SystemExit) as error:
            raise PluginError(plugin, hook, f"raised {type(error).__name__}: {error}") from error
        finally:
            self._tell(None)

    def _calls(self, hook: str) -> list[tuple[str, Callable[..., Any]]]:
        """List a hook by plugin name, each with a caller for that plugin alone, so that each answers for itself."""
        plugins = {impl.plugin_name: impl.plugin for impl in getattr(self._manager.hook, hook).get_hookimpls()}
        calls: list[tuple[str, Callable[..., Any]]] = []
        for name in sorted(plugins):
            others = [plugin for other, plugin in plugins.items() if other != name]
            calls.append((name, functools.partial(_first, self._manager.subset_hook_caller(hook, others))))
        return calls


def _unknown(hook: str | None, told: str) -> str:
    """Say in plain words that a hook is asked for an argument that it does not give."""
    unknown = re.search(r"Argument\(s\) \{(.*?)\}", told)
    if unknown is None or hook is None:
        return told.splitlines()[-1]
    given = ", ".join(inspect.signature(getattr(hookspecs, hook)).parameters)
    return f"asks for {unknown.group(1)}, which this hook does not give; it gives {given}"


def _first(call: Callable[..., list[Any]], **arguments: object) -> Any:
    answers = call(**arguments)
    return answers[0] if answers else None


def _listed(call: Callable[..., Any]) -> Callable[..., list[Any]]:
    """Make a call whose answer is drawn out at once, so that what a generator raises is the hook's own fault too."""
    return lambda **arguments: list(call(**arguments) or ())


def _refuse(plugin: str, hook: str, fault: str | None) -> None:
    if fault:
        raise PluginError(plugin, hook, fault)


def _load(entry: EntryPoint) -> object:
    try:
        return entry.load()
    except (Exception, SystemExit) as error:
        raise PluginError(entry.name, None, f"cannot be loaded: {type(error).__name__}: {error}") from error


def _load_file(path: Path) -> ModuleType:
    """Load a plugin from a Python file, or from a TOML file that is nothing but its labels."""
    if path.suffix == ".toml":
        return _load_labels(path)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise PluginError(str(path), None, "is not a Python file" if path.exists() else "does not exist")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise PluginError(str(path), None, f"cannot be loaded: {type(error).__name__}: {error}") from error
    return module


def _load_labels(path: Path) -> ModuleType:
    module = ModuleType(path.stem)
    try:
        module.GOVDOCS_LABELS = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8"
        raise PluginError(str(path), None, f"cannot be read: {reason}") from error
    return module
