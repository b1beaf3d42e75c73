"""Which browsers reach the program, and letting them: one line for each that there is."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from notifier.browsers.extension import Extension, installed
from notifier.browsers.launcher import launcher
from notifier.browsers.places import BROWSERS, Browser, host_folders
from notifier.browsers.registration import Registration, install, look, remove
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.words.joined import sentences

__all__ = ["BrowsersPane"]


class BrowsersPane(QWidget):
    """Looks at the browsers when it is made and after each change.

    :param data_dir: where the command that browsers start is kept.
    """

    def __init__(
        self,
        data_dir: Path,
        parent: QWidget | None = None,
        *,
        home: Path | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._home = home or Path.home()
        self._environ = environ
        line = self.fontMetrics().height()
        self.title = Text(self.tr("Browsers"), self)
        self.explanation = Text(
            self.tr(
                "The browser's extension tells of calls on web pages. A browser finds this program "
                "once it is registered there."
            ),
            self,
            faint=True,
        )
        self.none = Text(self.tr("No browser was found that the extension works in."), self)
        self.told = Text(parent=self)
        self.told.hide()
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(line)
        self._grid.setVerticalSpacing(line // 2)
        self._grid.setColumnStretch(1, 1)
        self.states: dict[str, Text] = {}
        """How each browser stands, in words."""

        self.buttons: dict[str, QPushButton] = {}
        """One for each browser: registers it, or takes that back."""

        for number, browser in enumerate(BROWSERS):
            name = Text(browser.title, self, wrap=False)
            state = Text(parent=self, faint=True)
            button = QPushButton(self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, chosen=browser: self._press(chosen))
            for column, part in enumerate((name, state, button)):
                self._grid.addWidget(part, number, column, Qt.AlignmentFlag.AlignVCenter)
            self.states[browser.name], self.buttons[browser.name] = state, button
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(line // 2)
        for part in (self.title, self.explanation, self.none):
            rows.addWidget(part)
        rows.addLayout(self._grid)
        rows.addWidget(self.error)
        rows.addWidget(self.told)
        self._found: dict[str, Registration] = {}
        self.look()

    def look(self) -> None:
        """Show how each browser stands."""
        try:
            extension = installed()
        except OSError as error:
            self._fail(error)
            return
        for number, browser in enumerate(BROWSERS):
            found = look(browser, extension, home=self._home, environ=self._environ)
            self._found[browser.name] = found
            shown = found.found or found.manifest is not None
            for column in range(3):
                item = self._grid.itemAtPosition(number, column)
                part = None if item is None else item.widget()
                if part is not None:
                    part.setVisible(shown)
            state, button = self.states[browser.name], self.buttons[browser.name]
            state.setText(self._state(found))
            own = self._is_own(found)
            text = self.tr("Remove") if found.manifest is not None and own else self.tr("Register")
            button.setText(text)
            button.setAccessibleName(
                self.tr("{action}: {browser}").format(action=text, browser=browser.title)
            )
            button.setAccessibleDescription(state.text())
            # What was put there for everybody belongs to the administrator, if it is right.
            button.setEnabled(own or found.manifest is None or found.problem is not None)
        self.none.setVisible(
            not any(one.found or one.manifest is not None for one in self._found.values())
        )

    def first(self) -> QWidget:
        """What gets the focus of somebody who looked for browsers."""
        shown = (button for button in self.buttons.values() if not button.isHidden())
        return next(shown, self.explanation)

    def _is_own(self, found: Registration) -> bool:
        folders = host_folders(found.browser, self._home, self._environ)
        return found.manifest is not None and (
            not folders or found.manifest.parent in folders  # Windows has a registry
        )

    def _state(self, found: Registration) -> str:
        if found.sandbox == "flatpak":
            return self.tr(
                "It is a Flatpak, which can't start other programs. The same browser from a "
                "package of the system can."
            )
        if found.problem is not None:
            return self.tr("Registered wrongly: register it again.")
        if found.manifest is None:
            text = self.tr("Not registered.")
        elif self._is_own(found):
            text = self.tr("Registered.")
        else:
            text = self.tr("Registered by your organisation, for everybody on this computer.")
        if found.sandbox == "snap":
            snap = self.tr(
                "It is a snap: only Ubuntu's Firefox starts other programs, once it is allowed to."
            )
            return sentences((text, snap))
        return text

    def _press(self, browser: Browser) -> None:
        self.told.hide()
        self.error.hide()
        found = self._found[browser.name]
        own = found.manifest is not None and self._is_own(found) and found.problem is None
        try:
            if own:
                _, left = remove(
                    [browser], home=self._home, data_dir=self._data_dir, environ=self._environ
                )
                if left:
                    self._say(
                        self.error, self.tr("The file there is from another program, and stays.")
                    )
            else:
                extension = installed()
                install(
                    browser,
                    launcher(self._data_dir),
                    extension,
                    home=self._home,
                    data_dir=self._data_dir,
                    environ=self._environ,
                )
                self._say(self.told, self._steps(browser, extension))
        except OSError as error:
            self._fail(error)
        self.look()

    def _steps(self, browser: Browser, extension: Extension) -> str:
        """How the extension is loaded."""
        if browser.family == "firefox":
            return self.tr(
                "Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, "
                "choose “Load Temporary Add-on…” and the file {file}."
            ).format(file=extension.folder / "manifest.json")
        scheme = browser.name if browser.name in ("edge", "brave") else "chrome"
        return self.tr(
            "Now load the extension: open {address} in {browser}, switch on “Developer mode”, "
            "choose “Load unpacked” and the folder {folder}."
        ).format(address=f"{scheme}://extensions", browser=browser.title, folder=extension.folder)

    def _fail(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self._say(self.error, self.tr("Not done: {reason}.").format(reason=reason))

    @staticmethod
    def _say(where: Text, text: str) -> None:
        where.setText(text)
        where.show()
