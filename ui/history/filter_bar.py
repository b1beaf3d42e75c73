"""What the history window shows is chosen here: time, network, server and colour.

Everything below follows; a sentence says what that comes to.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from notifier.history.queries import Network, Provider
from ui.history.network_name import network_about, network_names
from ui.history.shown import Shown
from ui.look import icons
from ui.parts.label import Text
from ui.parts.period import Kind, Period, day_of
from ui.parts.tip import tip

__all__ = ["FilterBar"]

_COLORS = ("green", "amber", "red")


class FilterBar(QWidget):
    """The choice as two rows of fields, and below them what it comes to in words.

    :param wall: the wall clock, milliseconds since 1970.

    Signals:
        changed: something else is to be shown; :attr:`shown` says what.
        newest_wanted: there is nothing at this time: the newest test should be shown.
    """

    changed = Signal()
    newest_wanted = Signal()

    def __init__(self, wall: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self._shown = Shown(Period.around(Kind.WEEK, day_of(wall())))
        self._before_zoom: Period | None = None
        self._networks: Sequence[Network] = ()
        self._build()
        self._show_period()

    # -- what is chosen ----------------------------------------------------------------------

    @property
    def shown(self) -> Shown:
        """The choice."""
        return self._shown

    @property
    def told(self) -> str:
        """The choice in words: what it comes to, and which network, server and colour."""
        fields = (
            (self._shown.network, self.network),
            (self._shown.provider, self.server),
            (self._shown.color, self.color),
        )
        chosen = [field.currentText() for of, field in fields if of is not None]
        return " \N{MIDDLE DOT} ".join([self.sentence.text(), *chosen])

    def set_period(self, period: Period) -> None:
        """Show another time."""
        self._before_zoom = None
        self._set(replace(self._shown, period=period))

    def zoom(self, since: float, until: float) -> None:
        """Show a part of the time, or more around it; :meth:`leave_zoom` goes back."""
        before = self._before_zoom or self._shown.period
        self._set(replace(self._shown, period=Period.chosen(since, until)))
        self._before_zoom = before

    def leave_zoom(self) -> None:
        """Show the time from before all zooming."""
        if self._before_zoom is not None:
            self.set_period(self._before_zoom)

    def step(self, by: int) -> None:
        """Go so many periods on, or back."""
        self.set_period(self._shown.period.moved(by))

    def show_today(self) -> None:
        """Go to the period that it is now."""
        kind = self._shown.period.kind
        self.set_period(Period.around(Kind.DAY if kind is Kind.CHOSEN else kind, self._today()))

    def show_moment(self, at: float) -> None:
        """Show the time around a moment, and all networks, servers and colours."""
        kind = self._shown.period.kind
        if not self._shown.period.has(at):
            kind = Kind.WEEK if kind is Kind.CHOSEN else kind
            period = Period.around(kind, day_of(at))
        else:
            period = self._shown.period
        self._before_zoom = None
        self._set(Shown(period, demonstration=self._shown.demonstration))

    def set_demonstration(self, on: bool) -> None:
        """Whether what is tested is the demonstration; a chosen network says it of itself."""
        if self._shown.network is None and on != self._shown.demonstration:
            self._set(replace(self._shown, demonstration=on))

    def follow(self, at: float) -> None:
        """A test was made: go on with the time where what is shown has just ended."""
        period = self._shown.period
        if period.kind is not Kind.CHOSEN and not period.has(at) and period.moved(1).has(at):
            self.set_period(period.moved(1))

    def show_known(self, networks: Sequence[Network], providers: Sequence[Provider]) -> None:
        """Offer these networks and servers."""
        self._networks = networks
        names = [QCoreApplication.translate("FilterBar", "All networks"), *network_names(networks)]
        labels = [QCoreApplication.translate("FilterBar", "All servers")]
        labels += [provider.label for provider in providers]
        chosen = next(
            (n + 1 for n, of in enumerate(networks) if of.network_id == self._shown.network_id), 0
        )
        provider = self._shown.provider
        self._offer(self.network, names, chosen)
        for place, network in enumerate(networks, 1):
            about = tip(network_about(network))
            self.network.setItemData(place, about, Qt.ItemDataRole.ToolTipRole)
        self._offer(self.server, labels, labels.index(provider) if provider in labels[1:] else 0)

    def say(self, runs: int | None, networks: int) -> None:
        """Say what the choice comes to; None while that is being counted."""
        title = self._shown.period.title
        self.way_out.setVisible(runs == 0 and bool(self._networks))
        self.way_out.setText(
            self.tr("Show all &tests of this time")
            if self._narrowed()
            else self.tr("Go to the newest &test")
        )
        if runs is None:
            self.sentence.setText(self.tr("Reading {period}…").format(period=title))
        elif runs == 0:
            self.sentence.setText(self.tr("No tests, {period}").format(period=title))
        else:
            tests = QCoreApplication.translate("FilterBar", "%Ln test(s)", "", runs)
            on = QCoreApplication.translate("FilterBar", "%Ln network(s)", "", networks)
            self.sentence.setText(
                self.tr("{tests} on {networks}, {period}").format(
                    tests=tests, networks=on, period=title
                )
            )

    def _narrowed(self) -> bool:
        """Whether more than the time is chosen."""
        shown = self._shown
        return not (shown.network is None and shown.provider is None and shown.color is None)

    def _leave(self) -> None:
        """Away from where there is nothing."""
        if self._narrowed():
            self._set(Shown(self._shown.period, demonstration=self._shown.demonstration))
        else:
            self.newest_wanted.emit()

    def _set(self, shown: Shown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self._before_zoom = None
        self._show_period()
        for field, chosen in (
            (self.network, 0 if shown.network is None else None),
            (self.server, 0 if shown.provider is None else None),
            (self.color, 0 if shown.color is None else None),
        ):
            if chosen is not None:
                self._offer(field, [], chosen)
        self.changed.emit()

    def _show_period(self) -> None:
        period = self._shown.period
        place = list(Kind).index(period.kind)
        self._offer(self.period, [], place)
        for button in (self.earlier, self.later):
            button.setEnabled(period.since is not None)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        gap = self.fontMetrics().height() // 2
        self.period = self._field(self.tr("Time shown"))
        for text in (
            self.tr("Day"),
            self.tr("Week"),
            self.tr("Month"),
            self.tr("Everything"),
            self.tr("A range"),
        ):
            self.period.addItem(text)
        self.earlier = self._arrow(Qt.ArrowType.LeftArrow, self.tr("Earlier"), -1, "Alt+Left")
        self.later = self._arrow(Qt.ArrowType.RightArrow, self.tr("Later"), 1, "Alt+Right")
        self.today = QToolButton(self)
        self.today.setText(self.tr("Toda&y"))
        self.today.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.today.clicked.connect(self.show_today)
        self.network = self._field(self.tr("Network"))
        self.network.addItem(self.tr("All networks"))
        self.server = self._field(self.tr("Server"))
        self.server.addItem(self.tr("All servers"))
        self.color = self._field(self.tr("Colour"))
        self.color.addItem(self.tr("All colours"))
        shapes = (icons.Shape.GOOD, icons.Shape.FAIR, icons.Shape.BAD)
        words = (self.tr("Green: good"), self.tr("Amber: limited"), self.tr("Red: bad"))
        for shape, word in zip(shapes, words, strict=True):
            self.color.addItem(icons.icon(icons.Look(shape)), word)
        self.sentence = Text(parent=self, bold=True)
        self.sentence.setAccessibleName(self.tr("What is shown"))
        self.way_out = QPushButton(self)
        self.way_out.setAutoDefault(False)
        self.way_out.clicked.connect(self._leave)
        self.way_out.hide()
        kept = self.way_out.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # what is below stays where it is
        self.way_out.setSizePolicy(kept)

        times = QHBoxLayout()
        times.setSpacing(gap)
        # Time runs from left to right in every language, and so do its arrows.
        arrows = QWidget(self)
        arrows.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        both = QHBoxLayout(arrows)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.earlier)
        both.addWidget(self.later)
        for part in (self.period, arrows, self.today):
            times.addWidget(part)
        times.addStretch(1)
        self.tools = QHBoxLayout()
        """Room at the end of the first row."""
        times.addLayout(self.tools)
        fields = QHBoxLayout()
        fields.setSpacing(gap)
        for label, field in (
            (self.tr("Networ&k:"), self.network),
            (self.tr("Ser&ver:"), self.server),
            (self.tr("C&olour:"), self.color),
        ):
            name = QLabel(label, self)
            name.setBuddy(field)
            fields.addWidget(name)
            fields.addWidget(field)
            fields.addSpacing(gap)
        fields.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(gap)
        told.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self.way_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(times)
        column.addLayout(fields)
        column.addLayout(told)
        self.period.activated.connect(self._on_period)
        self.network.activated.connect(self._on_network)
        self.server.activated.connect(self._on_server)
        self.color.activated.connect(self._on_color)
        order = (
            self.period,
            self.earlier,
            self.later,
            self.today,
            self.network,
            self.server,
            self.color,
            self.way_out,
        )
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)

    def _field(self, name: str) -> QComboBox:
        field = QComboBox(self)
        field.setAccessibleName(name)
        field.setAccessibleDescription(name)  # on Linux its name is what is chosen
        # Names may be long, and cut off.
        field.currentTextChanged.connect(lambda name: field.setToolTip(tip(name)))
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 11)  # of long names
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return field

    def _arrow(self, arrow: Qt.ArrowType, name: str, by: int, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAccessibleName(name)
        button.setToolTip(
            self.tr("{action} ({key})").format(
                action=name,
                key=QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText),
            )
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.step(by))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.step(by))
        return button

    def _offer(self, field: QComboBox, names: Sequence[str], chosen: int) -> None:
        """Fill a field, where there are names, and choose; nobody is told that it changed."""
        if names and names != [field.itemText(n) for n in range(field.count())]:
            field.clear()
            field.addItems(names)
        if field.currentIndex() != chosen:
            field.setCurrentIndex(chosen)

    # -- what the person chooses -------------------------------------------------------------

    def _today(self) -> QDate:
        return day_of(self._wall())

    def _on_period(self, place: int) -> None:
        kind = list(Kind)[place]
        period = self._shown.period
        if kind is Kind.CHOSEN:
            if period.since is None or period.until is None:
                period = period.as_kind(Kind.WEEK, now=self._wall())
            self.set_period(Period.chosen(period.since or 0.0, period.until or self._wall()))
        else:
            self.set_period(period.as_kind(kind, now=self._wall()))

    def _on_network(self, place: int) -> None:
        network = self._networks[place - 1] if 0 < place <= len(self._networks) else None
        demonstration = network.demonstration if network else False
        self._set(replace(self._shown, network=network, demonstration=demonstration))

    def _on_server(self, place: int) -> None:
        label = self.server.itemText(place) if place > 0 else None
        self._set(replace(self._shown, provider=label))

    def _on_color(self, place: int) -> None:
        self._set(replace(self._shown, color=_COLORS[place - 1] if place > 0 else None))
