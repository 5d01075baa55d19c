"""The start page: open the demo, import files, begin with an empty chapter, or open a recent file.

A new chapter and a passphrase are typed in place; only the system's file dialogs are dialogs.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget, QWidget

from chapterdesk.demo import demo_file
from chapterdesk.domain.errors import ChapterError
from chapterdesk.file_problem import FileProblem, Remedy, no_place_for_demo
from chapterdesk.paths import APPLICATION, DESK_SUFFIX, short_path
from chapterdesk.store.keeping.surroundings import own_folder
from chapterdesk.ui.session.states import Closed
from chapterdesk.ui.session.tasks import Job
from chapterdesk.ui.shell.new_chapter_page import NewChapterPage
from chapterdesk.ui.shell.passphrase_page import PassphrasePage
from chapterdesk.ui.shell.problem_page import ProblemPage
from chapterdesk.ui.widgets import Card, LinkButton, QuietButton, label, scrolled
from chapterdesk.ui.widgets.cards import ChoiceCard
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, centred, column, row


def choose_file(context: Context, parent: QWidget) -> None:
    """Ask for a desk file with the system's file dialog, and open it."""
    tr = context.tr
    folder = context.session.path.parent if context.is_open else own_folder()
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a file"), str(folder), desk_files(context))
    if name:
        context.session.open(Path(name))


def desk_files(context: Context) -> str:
    """Return the filter of file dialogs for desk files."""
    tr = context.tr
    return tr("ChapterDesk files") + f" (*{DESK_SUFFIX})"


class StartPage(QWidget):
    """What the window shows while no desk file is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.is_file_open = context.is_open
        """Whether it was made for an open file that has no chapter yet."""
        self.recent: list[QuietButton] = []
        self.choices = self._make_choices()
        self.pages = QStackedWidget()
        self.pages.setMaximumWidth(880)
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.pages.addWidget(self.choices)
        inner = QWidget()
        centred(self.pages, inner)
        area = scrolled(inner)
        column(area, parent=self)
        self.pages.currentChanged.connect(lambda _at: area.verticalScrollBar().setValue(0))

    def focus_start(self) -> None:
        """Put the focus on the most recent file, else on the demo."""
        (self.recent[0] if self.recent else self.demo).setFocus()

    @cached_property
    def new_chapter(self) -> NewChapterPage:
        """The page of a new chapter, made when it is first needed, because the names of the regions take a moment."""
        page = NewChapterPage(self.context)
        page.made.connect(self.context.session.begin)
        self._add_page(page)
        return page

    @cached_property
    def locked(self) -> PassphrasePage:
        """The page that asks for a passphrase."""
        page = PassphrasePage(self.context)
        page.typed.connect(self.context.session.open)
        self._add_page(page)
        return page

    @cached_property
    def problem(self) -> ProblemPage:
        """The page of the problem with a file."""
        page = ProblemPage(self.context)
        page.chosen.connect(self._apply)
        page.backup_chosen.connect(lambda backup, problem: self.context.session.opener.look_at(problem.path, backup))
        self._add_page(page)
        return page

    def _add_page(self, page: NewChapterPage | PassphrasePage | ProblemPage) -> None:
        page.cancelled.connect(self._back)
        self.pages.addWidget(page)

    def _make_choices(self) -> QWidget:
        tr = self.context.tr
        promise = tr("Members, attendance and slips of your group, kept on this computer alone.")
        self.demo = ChoiceCard(
            self.context, "sparkles", tr("Open the demo"), tr("An invented region to try everything with")
        )
        self.bring = ChoiceCard(
            self.context, "upload", tr("Import what you have"), tr("Drop your files here, or choose them")
        )
        self.empty = ChoiceCard(
            self.context, "plus", tr("Begin with an empty chapter"), tr("Its name and its day are enough")
        )
        self.demo.clicked.connect(self.open_demo)
        self.bring.clicked.connect(self._choose_imports)
        self.empty.clicked.connect(lambda _=False: self.begin(()))
        other = LinkButton(tr("Open another file…"), context=self.context, icon="folder-open")
        other.clicked.connect(lambda _=False: choose_file(self.context, self))
        titles = label(APPLICATION, "title"), label(promise, tone="muted", wrap=True)
        cards = row((self.demo, 1), (self.bring, 1), (self.empty, 1), spacing=16)
        head = row((label(tr("Your files"), "section"), 1), other)
        return box(column(*titles, 20, cards, 28, head, 4, self._make_recent(), STRETCH, spacing=4))

    def _make_recent(self) -> QWidget:
        tr = self.context.tr
        card = Card(padding=8, spacing=0)
        for path in self.context.settings_file.recent():
            button = QuietButton(path.stem, context=self.context, icon="notebook-tabs")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.context.session.open(path))
            folder = label(short_path(path.parent), "small")
            card.body.addLayout(row(button, (folder, 1, Qt.AlignmentFlag.AlignRight), 8, spacing=0))
            self.recent.append(button)
        if not self.recent:
            text = tr("The files that you open will stand here, the latest first.")
            card.body.setContentsMargins(16, 16, 16, 16)
            card.body.addWidget(label(text, tone="muted", wrap=True))
        return card

    def show_choices(self) -> None:
        """Show the first page."""
        self.pages.setCurrentWidget(self.choices)
        self.focus_start()

    def show_problem(self, problem: FileProblem) -> None:
        """Show the problem of a file that was not opened."""
        self.pages.setCurrentWidget(self.problem)
        self.problem.show_problem(problem)
        self.problem.focus_start()

    def _apply(self, remedy: Remedy, problem: FileProblem) -> None:
        match remedy:
            case Remedy.TRY_AGAIN:
                self.context.session.open(problem.path)
            case Remedy.OPEN_READ_ONLY:
                self.context.session.open(problem.path, read_only=True)
            case Remedy.OPEN_OTHER:
                choose_file(self.context, self)
            case Remedy.CHOOSE_DEMO_FOLDER:
                self._choose_demo_folder()
            case Remedy.MAKE_DEMO_AGAIN:
                self.open_demo()

    def ask_passphrase(self, path: Path, error: str = "") -> None:
        """Ask for the passphrase of a file in place; `error` says what was wrong with the last one."""
        self.pages.setCurrentWidget(self.locked)
        self.locked.ask(path, error)

    def begin(self, files: Sequence[Path]) -> None:
        """Ask for the new chapter; `files` are imported into it afterwards."""
        self.pages.setCurrentWidget(self.new_chapter)
        self.new_chapter.ask(files)

    def open_demo(self) -> None:
        """Make the demo if it does not exist yet, and open a copy of it."""
        today = self.context.today()
        self._make_demo(lambda progress: demo_file.prepare(today, progress))

    def make_demo_in(self, folder: Path) -> None:
        """Make a lasting demo in a folder that the user chose, and open it."""
        today = self.context.today()
        self._make_demo(lambda progress: demo_file.make_in(folder, today, progress))

    def _make_demo(self, job: Job) -> None:
        tr, session = self.context.tr, self.context.session
        session.run(job, session.open, tr("Preparing the demo"), writing=True, on_failed=self._show_demo_error)

    def _show_demo_error(self, error: BaseException) -> None:
        """Show the problem with the folder of the demo, or the error."""
        if not isinstance(error, demo_file.NoPlaceError):
            if isinstance(error, ChapterError):
                self.context.tell(error)
                return
            raise error
        self.show_problem(no_place_for_demo(self.context.language, error.folder))

    def _choose_demo_folder(self) -> None:
        tr = self.context.tr
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the file"), str(Path.home()))
        if name:
            self.make_demo_in(Path(name))

    def _choose_imports(self) -> None:
        tr = self.context.tr
        names, _ = QFileDialog.getOpenFileNames(self, tr("Import files"), str(Path.home()))
        if names:
            self.begin([Path(name) for name in names])

    def _back(self) -> None:
        if isinstance(self.context.session.state, Closed):
            self.show_choices()
        else:
            self.context.session.close()
