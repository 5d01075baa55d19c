"""A cover returns the focus to the widget that had it, if that still exists."""

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.layout import column


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_focus_is_restored_unless_its_widget_is_deleted(ground: QWidget) -> None:
    field = QLineEdit()
    column(QLineEdit(), field, parent=ground)
    ground.show()
    field.setFocus()
    overlay = Overlay(ground, 200, 100)
    overlay.open()
    overlay.setFocus()
    overlay.dismiss()
    assert ground.focusWidget() is field
    overlay = Overlay(ground, 200, 100)
    overlay.open()
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(field)
    overlay.dismiss()
    assert not overlay.isVisible()
