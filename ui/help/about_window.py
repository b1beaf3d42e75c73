"""What this is, which version, and what it is made of: each component with its licence's text."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from notifier import __version__
from notifier.components import components, model_name
from notifier.settings.paths import Paths
from notifier.updates.installed import Installed, installed_by
from ui.bridge import Bridge
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.parts.label import Text
from ui.parts.window_memory import WindowMemory
from ui.service_like import ServiceLike
from ui.words import update_wording
from ui.words.joined import sentences

__all__ = ["AboutWindow"]

_SCREEN_SHARE = 0.9

_COLUMNS = 80
"""Letters of a licence's line: at first the window is so wide that none is broken."""

_NAME_CHARACTERS = 40
"""Average letters that the list has at most at first."""

_LINES = 34
"""The window's height at first."""


class AboutWindow(QWidget):
    """Made when it is first wanted; what it lists is read then.

    :param installed: how the program was installed, instead of what it finds.
    """

    def __init__(
        self,
        service: ServiceLike,
        parent: QWidget | None = None,
        *,
        paths: Paths | None = None,
        installed: Installed | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._memory = WindowMemory("about", paths)
        self._bridge = Bridge(service, self)
        self._components = components()
        self.setWindowTitle(self.tr("About Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._build(installed or installed_by())
        for key in (
            QKeySequence(Qt.Key.Key_Escape),
            QKeySequence(QKeySequence.StandardKey.Close),
        ):
            QShortcut(key, self).activated.connect(self.close)
        self._bridge.state_changed.connect(self._show_update)
        self._show_update()
        if not self._memory.restore(self, self.parts):
            self._take_first_size()

    def _take_first_size(self) -> None:
        line = self.fontMetrics().height()
        frame = 2 * line  # and scroll bar
        most = self.fontMetrics().averageCharWidth() * _NAME_CHARACTERS
        names = min(self.list.sizeHintForColumn(0), most) + frame
        text = self.text.fontMetrics().horizontalAdvance("M") * _COLUMNS + frame
        wanted = QSize(names + text + 3 * line, line * _LINES)
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * _SCREEN_SHARE))
        self.parts.setSizes([names, text])

    def _build(self, installed: Installed | None) -> None:
        line = self.fontMetrics().height()
        mark = QLabel(self)
        mark.setPixmap(icons.program_icon().pixmap(QSize(line * 3, line * 3)))
        mark.setFixedSize(QSize(line * 3, line * 3))
        self.heading = Text(
            self.tr("Call Notifier {version}").format(version=__version__),
            self,
            scale=1.35,
            bold=True,
        )
        self.purpose = Text(self.tr("It tells you, before a call, how the call will go."), self)
        self.facts = Text(self._facts(installed), self, faint=True)
        words = QVBoxLayout()
        words.setSpacing(line // 4)
        for text in (self.heading, self.purpose, self.facts):
            words.addWidget(text)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)

        self.update_banner = Banner(Tone.NEUTRAL, button=self.tr("&More about it…"), parent=self)
        self.update_banner.activated.connect(self._open_update)

        heading = Text(self.tr("What it is made of, and under which licences"), self, bold=True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(heading.text())
        self.list.setUniformItemSizes(True)
        for component in self._components:
            self.list.addItem(f"{component.name} {component.version}".strip())
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The texts are set for such a font, and they are English in every language.
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.parts.setObjectName("parts")
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.list)
        self.parts.addWidget(self.text)
        self.parts.setStretchFactor(1, 1)
        self.list.currentRowChanged.connect(self._show_text)

        self.close_button = QPushButton(self.tr("&Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)

        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 3 // 4)
        column.addLayout(top)
        column.addWidget(self.update_banner)
        column.addWidget(heading)
        column.addWidget(self.parts, 1)
        column.addLayout(buttons)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _facts(self, installed: Installed | None) -> str:
        how: dict[Installed | None, str] = {
            "deb": self.tr("Installed as a Debian package."),
            "rpm": self.tr("Installed as an RPM package."),
            "msi": self.tr("Installed by Windows Installer."),
            "pkg": self.tr("Installed as a macOS package."),
            None: self.tr("Not installed by a package."),
        }
        lines = [how[installed]]
        last = self._service.state.last
        model = (last.model if last is not None else None) or model_name()
        if model:
            lines.append(self.tr("Forecasts by the model {name}.").format(name=model))
        lines.append(self.tr("Under the Apache License, version 2.0."))
        return sentences(lines)

    def _show_text(self, row: int) -> None:
        component = self._components[row]
        text = component.text() or self.tr("This licence came without its text.")
        self.text.setPlainText(f"{component.licence}\n\n{text}" if component.licence else text)

    def _show_update(self) -> None:
        offer = self._service.state.update
        text = "" if offer is None else update_wording.notice(offer)
        if text != self.update_banner.text.text() or not text:
            self.update_banner.show_text(text)
        self.update_banner.button.setVisible(offer is not None and offer.url is not None)

    def _open_update(self) -> None:
        offer = self._service.state.update
        if offer is not None and offer.url is not None:
            QDesktopServices.openUrl(QUrl(offer.url))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.save(self, self.parts)
        super().closeEvent(event)
