"""One setting on a page: its name, its field, what it means, and where its value comes from."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from notifier.settings.definitions import Where, Wrong
from notifier.settings.load import Origin
from ui.look.theme import Tone, muted
from ui.parts.label import Text
from ui.settings.setting_fields import SwitchField, make_field
from ui.settings.setting_words import caption, definition_of, expected, meaning, words_of

__all__ = ["SAVE_AFTER_MS", "TYPED_AFTER_MS", "SettingRow"]

SAVE_AFTER_MS = 600
"""Holding an arrow of a number field makes many values; one is kept when it rests."""

TYPED_AFTER_MS = 1_200
"""Half a host name is no host name."""


_TEXT_ROLES = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


class SettingRow(QWidget):
    """A setting that can be seen and, unless an organisation has set it, changed.

    What only an organisation may set is hidden where it has not.

    Signals:
        changed: the person wants this value; carries it as it would stand in the file, and what
            to say of it. None takes the setting out of the file.
    """

    changed = Signal(object, str)

    def __init__(self, key: str, config_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.definition = definition_of(key)
        self.caption = caption(key)
        self._file = config_file
        self._theirs = self.definition.scope == "organisation"
        self._in_force: object = self.definition.default
        self._locked = False
        self._wanted = True
        line = self.fontMetrics().height()
        self.field = make_field(key, self.definition, words_of(key), self)
        self._meaning = meaning(self.definition)
        self.meaning = Text(self._meaning, self, faint=True)
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        self.origin = Text(parent=self, faint=True)
        self.lock = Text(parent=self, bold=True)
        self.reset = QPushButton(self.tr("Back to the default"), self)
        self.reset.setAutoDefault(False)
        self.reset.setAccessibleName(
            self.tr("{setting}: back to the default").format(setting=self.caption)
        )
        self.reset.clicked.connect(self.take_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 3)
        if isinstance(self.field, SwitchField):
            column.addWidget(self.field)
        else:
            self.label = QLabel(self.caption, self)
            self.label.setWordWrap(True)
            self.label.setTextFormat(Qt.TextFormat.PlainText)
            self.label.setBuddy(self.field.main)
            if self.field.wide:
                column.addWidget(self.label)
                column.addWidget(self.field)
            else:
                top = QHBoxLayout()
                top.setSpacing(line)
                top.addWidget(self.label, 1)
                top.addWidget(self.field, 0)
                column.addLayout(top)
        column.addWidget(self.error)
        column.addWidget(self.meaning)
        foot = QHBoxLayout()
        foot.setSpacing(line)
        foot.addWidget(self.lock, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.origin, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.reset)
        column.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPED_AFTER_MS if self.field.typed else SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self.field.edited.connect(self._on_edited)
        self.field.main.installEventFilter(self)
        self._describe()

    def show_value(self, value: object, origin: Origin) -> None:
        """Show what is in force; what is being typed, or could not be used, stays as it is."""
        news = value != self._in_force
        self._in_force = value
        theirs = self._theirs and origin.source != "default"
        self._locked = origin.source == "policy" or theirs
        if self._theirs:
            self.setVisible(theirs)
        if self._locked or not self._timer.isActive():
            self._timer.stop()
            if news or not self.error.text():
                self.field.show_value(value)
                self._say("")
        text = self._where_from(origin)
        # Those of the organisation stand together, under words that say so: not each in bold.
        said = self._locked and not self._theirs
        for shown, wanted in ((self.lock, said), (self.origin, not said)):
            shown.setText(text if wanted else "")
            shown.setVisible(bool(shown.text()))
        self.reset.setVisible(origin.source == "file")
        self._enable()
        self._describe()

    def set_wanted(self, wanted: bool) -> None:
        """Whether the setting means anything beside the others."""
        self._wanted = wanted
        self._enable()

    @property
    def locked(self) -> bool:
        """An organisation has set it."""
        return self._locked

    def save(self) -> None:
        """Save now what has been entered; or say what is wrong with it."""
        self._timer.stop()
        value = self.field.value()
        where = Where(self._file.parent, Path.home())
        try:
            wanted = None if value is None else self.definition.read(value, where)
        except Wrong:
            self._say(self._what_is_wrong(value, where))
            return
        self._say("")
        if wanted != self._in_force:
            self.changed.emit(
                value,
                self.tr("Saved. {setting}: {value}.").format(
                    setting=self.caption, value=self.field.words()
                ),
            )

    def save_if_pending(self) -> None:
        """Do not wait until it rests."""
        if self._timer.isActive():
            self.save()

    def take_out(self) -> None:
        """Have the default again."""
        self._timer.stop()
        self._say("")
        self.field.main.setFocus()
        self.changed.emit(
            None, self.tr("Saved. {setting}: the default again.").format(setting=self.caption)
        )

    def refuse(self) -> None:
        """It could not be saved: show what is in force, but keep what was typed."""
        if not self.field.typed:
            self.field.show_value(self._in_force)

    # -- inside ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field.main and event.type() == QEvent.Type.FocusOut:
            self.save_if_pending()
        return super().eventFilter(watched, event)

    def _on_edited(self) -> None:
        if self.definition.form.kind in ("switch", "choice", "language"):
            self.save()
        else:
            self._timer.start()

    def _what_is_wrong(self, value: object, where: Where) -> str:
        if self.definition.form.kind == "hours":
            return self.tr("Not saved. Begin and end are the same.")
        wanted = expected(self.definition)
        if isinstance(value, list):
            for number, element in enumerate(value, 1):
                try:
                    self.definition.read([element], where)
                except Wrong:
                    return self.tr(
                        "Not saved, for number {number} can't be used. Expected {expected}."
                    ).format(number=number, expected=wanted)
        return self.tr("Not saved. Expected {expected}.").format(expected=wanted)

    def _say(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))
        self._describe()

    def _describe(self) -> None:
        where = self.origin.text() if self._locked else ""
        parts = (self.error.text(), self.lock.text(), where, self._meaning)
        self.field.name(self.caption, " ".join(part for part in parts if part))

    def _enable(self) -> None:
        self.field.setEnabled(self._wanted and not self._locked)
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()

    def _color(self) -> None:
        """What can't be changed can still be read: 4.5:1, which greyed-out text seldom has."""
        palette = QPalette()
        if self._locked:
            for role in _TEXT_ROLES:
                palette.setColor(QPalette.ColorGroup.Disabled, role, muted(self.palette()))
        for part in (self.field, *self.field.findChildren(QWidget)):
            part.setPalette(palette)

    def _where_from(self, origin: Origin) -> str:
        name = origin.file.name if origin.file is not None else ""
        match origin.source:
            case "policy" | "policy-default" if origin.source == "policy" or self._theirs:
                return self.tr("Set by your organisation ({file}).").format(file=name)
            case "policy-default":
                return self.tr("Proposed by your organisation ({file}); you can change it.").format(
                    file=name
                )
            case "file":
                return self.tr("Your own, line {line} of the file.").format(line=origin.line)
            case _:
                return ""
