"""Fields for the values of settings, one kind for each form that a value may have.

A field knows nothing of files: it shows a value of the model, and gives back what would stand in
the settings file. Whether that can be used, the setting's definition says.
"""

from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from notifier.settings.definitions import Definition
from notifier.settings.model import QuietHours
from ui.settings.setting_words import Words, caption, choices, word
from ui.words.joined import listed
from ui.words.translation import available

__all__ = ["Field", "LinesField", "SwitchField", "make_field"]

_LINES = 4
"""Height of a list of lines."""

_NIGHT = QuietHours(22 * 60, 7 * 60)
"""What is offered where there are no quiet hours yet."""


class Field(QWidget):
    """What all fields have.

    Signals:
        edited: the person changed the value.
    """

    edited = Signal()
    wide = False
    """It takes the whole width, below its caption."""

    typed = False
    """It is typed letter by letter, and half a word is no value."""

    main: QWidget
    """What gets the focus and the name."""

    def value(self) -> object:
        """What would stand in the settings file; None takes the setting out of it."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show a value of the model; emits nothing."""
        raise NotImplementedError

    def words(self) -> str:
        """The value as a person reads it."""
        raise NotImplementedError

    def name(self, text: str, description: str) -> None:
        """Say to assistive technology what this is."""
        self.main.setAccessibleName(text)
        self.main.setAccessibleDescription(description)

    def _hold(self, *parts: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            row.addWidget(part)
        self.main = parts[0]
        self.setFocusProxy(self.main)


class SwitchField(Field):
    """True or false; its caption is part of it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text.replace("&", "&&"), self)
        self._hold(self.box)
        self.box.toggled.connect(self.edited)

    def value(self) -> object:
        return self.box.isChecked()

    def show_value(self, value: object) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    def words(self) -> str:
        return self.tr("on") if self.box.isChecked() else self.tr("off")


class ChoiceField(Field):
    """One of a few values."""

    def __init__(self, choices: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.box = _Box(self)
        for value, text in choices.items():
            self.box.addItem(text, value)
        self._hold(self.box)
        self.box.currentIndexChanged.connect(self.edited)

    def value(self) -> object:
        return self.box.currentData()

    def show_value(self, value: object) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(value))

    def words(self) -> str:
        return self.box.currentText()


class LanguageField(ChoiceField):
    """The system's language, those there are texts in, and any other that is set."""

    def __init__(self, parent: QWidget) -> None:
        languages = {tag: native_name(tag) for tag in available()}
        super().__init__({"": self.tr("The system's language")} | languages, parent)

    def show_value(self, value: object) -> None:
        tag = str(value or "")
        with QSignalBlocker(self.box):
            if self.box.findData(tag) < 0:
                self.box.addItem(native_name(tag), tag)
        super().show_value(tag)


class NumberField(Field):
    """A number with its unit."""

    def __init__(self, definition: Definition, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._factor = words.factor
        self._whole = definition.form.kind == "whole"
        form = definition.form
        if self._whole and words.factor == 1:
            box: QSpinBox | _PlainNumber = _Whole(self)
            box.setRange(round(form.minimum), round(form.maximum))
        else:
            box = _PlainNumber(self)
            box.setDecimals(words.decimals)
            box.setRange(form.minimum / words.factor, form.maximum / words.factor)
            box.setSingleStep(words.step)
        box.setSuffix(word(words.suffix))
        box.setSpecialValueText(word(words.special))
        box.setGroupSeparatorShown(False)
        self.box = box
        self._shown = box.value()
        self._value: object = None
        self._hold(box)
        box.valueChanged.connect(lambda _value: self.edited.emit())

    def value(self) -> object:
        shown = self.box.value()
        if shown == self._shown:  # a finer value than is shown stays what it is
            return self._value
        number = round(shown * self._factor, 6)
        return int(number) if number == int(number) else number

    def show_value(self, value: object) -> None:
        if not isinstance(value, int | float):
            return
        with QSignalBlocker(self.box):
            shown = value / self._factor
            if isinstance(self.box, QSpinBox):
                self.box.setValue(round(shown))
            else:
                self.box.setValue(shown)
        self._shown, self._value = self.box.value(), value

    def words(self) -> str:
        return self.box.text()


class LineField(Field):
    """Text on one line; none takes the setting out of the file."""

    wide = True
    typed = True

    def __init__(self, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(example)
        self._hold(self.box)
        self.box.textEdited.connect(lambda _text: self.edited.emit())

    def value(self) -> object:
        return self.box.text().strip() or None

    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.box.text().strip():
            self.box.setText(text)

    def words(self) -> str:
        return self.box.text().strip() or self.tr("none")


class LinesField(Field):
    """A list, one element a line."""

    wide = True
    typed = True

    def __init__(self, example: str, *, paths: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._paths = paths
        self.box = QPlainTextEdit(self)
        self.box.setTabChangesFocus(True)
        self.box.setPlaceholderText(example)
        self.box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.box.setFixedHeight(round(QFontMetrics(self.font()).lineSpacing() * (_LINES + 0.9)))
        self._hold(self.box)
        self.box.textChanged.connect(self.edited)

    def value(self) -> object:
        text = self.box.toPlainText()
        # Names of pages hold neither commas nor blanks; names of files may.
        parts = text.split("\n") if self._paths else text.replace(",", " ").split()
        return list(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def show_value(self, value: object) -> None:
        lines = [str(line) for line in value] if isinstance(value, tuple) else []
        shown = self.value()
        same = [str(line) for line in shown] if isinstance(shown, list) else []
        if [_plain(line) for line in same] != [_plain(line) for line in lines]:
            with QSignalBlocker(self.box):
                self.box.setPlainText("\n".join(lines))

    def words(self) -> str:
        lines = self.value()
        return listed(lines) if isinstance(lines, list) and lines else self.tr("none")


class HoursField(Field):
    """Two times of day, or none."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = QCheckBox(self.tr("From"), self)
        self.begin = QTimeEdit(self)
        self.end = QTimeEdit(self)
        until = QLabel(self.tr("until"), self)
        until.setBuddy(self.end)
        for edit, text in (
            (self.begin, self.tr("{setting}: begin")),
            (self.end, self.tr("{setting}: end")),
        ):
            # Times are written from left to right in every language; Qt would turn them round.
            edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            edit.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
            edit.setAccessibleName(text.format(setting=name))
            edit.timeChanged.connect(lambda _time: self.edited.emit())
        self._hold(self.on, self.begin, until, self.end)
        self.show_value(None)
        self.on.toggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        self._enable()
        self.edited.emit()

    def _enable(self) -> None:
        for edit in (self.begin, self.end):
            edit.setEnabled(self.on.isChecked())

    def value(self) -> object:
        if not self.on.isChecked():
            return ""
        return f"{self.begin.time().toString('HH:mm')}-{self.end.time().toString('HH:mm')}"

    def show_value(self, value: object) -> None:
        hours = value if isinstance(value, QuietHours) else None
        with QSignalBlocker(self.on), QSignalBlocker(self.begin), QSignalBlocker(self.end):
            self.on.setChecked(hours is not None)
            # What was chosen stays to be seen when it is switched off.
            if hours is not None or not self.isVisible():
                shown = hours or _NIGHT
                self.begin.setTime(QTime(0, 0).addSecs(shown.begin * 60))
                self.end.setTime(QTime(0, 0).addSecs(shown.end * 60))
        self._enable()

    def words(self) -> str:
        if not self.on.isChecked():
            return self.tr("none")
        return self.tr("{begin} to {end}").format(begin=self.begin.text(), end=self.end.text())


def make_field(key: str, definition: Definition, words: Words, parent: QWidget) -> Field:
    """The field for a setting, by the form of its values."""
    match definition.form.kind:
        case "switch":
            return SwitchField(caption(key), parent)
        case "choice":
            return ChoiceField(choices(definition), parent)
        case "number" | "whole":
            return NumberField(definition, words, parent)
        case "hours":
            return HoursField(caption(key), parent)
        case "language":
            return LanguageField(parent)
        case "lines" | "paths" | "turn-urls":
            paths = definition.form.kind == "paths"
            return LinesField(words.example, paths=paths, parent=parent)
        case _:
            return LineField(words.example, parent)


def native_name(tag: str) -> str:
    """What a language is called by those who speak it; a tag that nobody knows stays."""
    name = QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else tag


def _plain(line: str) -> str:
    return str(Path(line)) if "/" in line else line.lower()


class _Box(QComboBox):
    """The wheel scrolls the page, not what is chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Whole(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _PlainNumber(QDoubleSpinBox):
    """A number without needless zeros: "5", "0.75"."""

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
